package io.tallybook.ui.pack;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.journal.JournalCsv;
import io.tallybook.report.journal.JournalHledger;
import io.tallybook.report.journal.JournalJson;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.statement.StatementCsv;
import io.tallybook.report.statement.StatementPdf;
import io.tallybook.report.tieout.TieOut;
import io.tallybook.report.workbook.CloseWorkbook;
import io.tallybook.saga.outward.PackIssuer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Renders the close pack from the views, once they show the month's last event, and stores it. Everything in it is of that
 * event's time and position, so rendering again gives the same bytes.
 */
@Component
class ClosePack implements PackIssuer {
    private static final Duration VIEWS_WITHIN = Duration.ofSeconds(20);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EventReader log;
    private final ViewProgress views;
    private final PackMonth months;
    private final ObjectDirectory objects;

    ClosePack(EventReader log, ViewProgress views, PackMonth months, ObjectDirectory objects) {
        this.log = log;
        this.views = views;
        this.months = months;
        this.objects = objects;
    }

    @Override
    public List<IssuedDocument> issue(CloseId close, int attempt, Sha256 packHash) throws IOException {
        List<StoredEvent> story = log.stream(close.toString());
        StoredEvent last = story.stream()
                .filter(stored ->
                        stored.event() instanceof JournalPostingConfirmed posted && posted.attempt() == attempt)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(close + " is not posted"));
        if (!views.await(last.position(), VIEWS_WITHIN)) {
            throw new IOException("the views do not show position " + last.position() + " yet");
        }
        CloseMonth month = months.of(close, attempt, packHash, story, last);
        TieOut.require(month);
        return documents(month);
    }

    private List<IssuedDocument> documents(CloseMonth month) throws IOException {
        PackHead head = month.head();
        List<IssuedDocument> pack = new ArrayList<>();
        String book = "close-" + head.closeId().group().value() + "-" + head.inNames() + ".xlsx";
        pack.add(store(head, book, "workbook", "", XLSX, CloseWorkbook.of(month)));
        for (StatementMonth statement : month.statements()) {
            String shipper = statement.shipper().value();
            String pdf = StatementPdf.name(head, statement);
            String csv = StatementCsv.name(head, statement);
            pack.add(store(head, pdf, "statement-pdf", shipper, "application/pdf", StatementPdf.of(head, statement)));
            pack.add(store(head, csv, "statement-csv", shipper, "text/csv", StatementCsv.of(head, statement)));
        }
        byte[] csv = JournalCsv.of(head, month.journal());
        byte[] json = JournalJson.of(head, month.journal());
        byte[] hledger = JournalHledger.of(head, month.journal());
        pack.add(store(head, JournalCsv.name(head), "journal-csv", "", "text/csv", csv));
        pack.add(store(head, JournalJson.name(head), "journal-json", "", "application/json", json));
        pack.add(store(head, JournalHledger.name(head), "journal-hledger", "", "text/plain", hledger));
        return pack;
    }

    private IssuedDocument store(
            PackHead head, String name, String kind, String subject, String mediaType, byte[] bytes)
            throws IOException {
        return new IssuedDocument(name, kind, subject, mediaType, bytes.length, objects.put(bytes), head.position());
    }
}
