package io.tallybook.ui.close;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.IssuedDocumentView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents issued with a close: the stored bytes, never rendered again. */
@PageController
class DocumentsPage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("document"),
            Column.text("kind"),
            Column.text("shipper"),
            Column.summed("bytes", Kind.COUNT, "B"),
            Column.of("issued", Kind.TIME),
            Column.figure("position", Kind.COUNT, null),
            Column.of("sha256", Kind.HASH));

    private final CloseQueries closes;
    private final ObjectDirectory objects;

    DocumentsPage(CloseQueries closes, ObjectDirectory objects) {
        this.closes = closes;
        this.objects = objects;
    }

    @GetMapping("/close/{group}/{period}/documents")
    String documents(@PathVariable String group, @PathVariable String period, Screen screen, Model model) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        List<IssuedDocumentView> documents = closes.documents(id);
        var words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("documents.title", period),
                                words.word(
                                        documents.isEmpty() ? "documents.none" : "documents.stand", documents.size()))
                        .under(words.word("crumb.close", period), Ways.close(id))
                        .with(screen.table(
                                        "documents",
                                        COLUMNS,
                                        documents.stream()
                                                .map(d -> row(
                                                        d,
                                                        words.word("document."
                                                                + d.document().kind())))
                                                .toList())
                                .live("close")));
        return "leaf";
    }

    private static Row row(IssuedDocumentView view, String kind) {
        IssuedDocument d = view.document();
        return Row.of(
                d.name(),
                Cell.of(d.name()).to(Ways.document(view.closeId(), d.name())),
                Cell.of(kind),
                Cell.of(d.subject()),
                Cell.of(d.bytes()),
                Cell.of(view.issuedAt()),
                Cell.of(d.position()).to(Ways.event(view.position())),
                Cell.of(d.sha256()));
    }

    @GetMapping("/close/{group}/{period}/documents/{name}")
    ResponseEntity<InputStreamResource> document(
            @PathVariable String group, @PathVariable String period, @PathVariable String name) throws IOException {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        IssuedDocument document =
                closes.document(id, name).map(IssuedDocumentView::document).orElseThrow(NotFound.page());
        InputStream bytes = objects.open(document.sha256()).orElseThrow(NotFound.page());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(new InputStreamResource(bytes));
    }
}
