package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.close;
import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.IssuedDocumentView;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The issued documents of a close: the stored bytes, never rendered again. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}/documents")
@Tag(name = "documents", description = "The issued documents")
class DocumentApi {
    private final CloseQueries closes;
    private final ObjectDirectory objects;

    DocumentApi(CloseQueries closes, ObjectDirectory objects) {
        this.closes = closes;
        this.objects = objects;
    }

    @GetMapping
    @Operation(summary = "The documents issued with a close")
    List<IssuedDocumentView> documents(@PathVariable String group, @PathVariable String period) {
        return closes.documents(close(group, period));
    }

    @GetMapping("/{name}")
    @Operation(summary = "The bytes of an issued document")
    ResponseEntity<InputStreamResource> document(
            @PathVariable String group, @PathVariable String period, @PathVariable String name) throws IOException {
        CloseId close = close(group, period);
        IssuedDocument document = there(closes.document(close, name), "document of that name in close", close.value())
                .document();
        var bytes = objects.open(document.sha256())
                .orElseThrow(() -> new IllegalStateException("the object directory lost " + document.sha256()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .contentLength(document.bytes())
                .eTag("\"" + document.sha256() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(new InputStreamResource(bytes));
    }
}
