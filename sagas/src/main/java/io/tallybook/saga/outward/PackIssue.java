package io.tallybook.saga.outward;

import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleCommand.RecordIssuedDocuments;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Issues the pack once the ERP has posted the journal, and records every document of it. */
@DisallowReplay
@ProcessingGroup(PackIssue.PROCESSOR)
class PackIssue {
    static final String PROCESSOR = "relay-pack-issue";

    private static final String NAME = "pack-issue";
    private final PackIssuer issuer;
    private final Orders orders;

    PackIssue(PackIssuer issuer, Orders orders) {
        this.issuer = issuer;
        this.orders = orders;
    }

    @EventHandler
    void on(JournalPostingConfirmed e, EventMessage<?> message) throws IOException {
        CloseId close = e.closeId();
        List<IssuedDocument> documents = issuer.issue(close, e.attempt(), e.packHash());
        Errand errand = orders.because(message, NAME);
        errand.giveFor(close, e.attempt(), CloseStep.PUBLISH, statements(e, documents, errand));
        errand.giveFor(close, e.attempt(), CloseStep.PUBLISH, new RecordIssuedDocuments(close, documents, errand.at()));
    }

    private static List<IssueStatement> statements(
            JournalPostingConfirmed e, List<IssuedDocument> documents, Errand errand) {
        return perShipper(documents)
                .map(document -> new IssueStatement(
                        StatementId.of(
                                new ShipperId(document.subject()), e.closeId().period()),
                        e.closeId(),
                        e.attempt(),
                        document.sha256(),
                        errand.at()))
                .toList();
    }

    /** A statement is issued as one document, in the best form there is. */
    private static Stream<IssuedDocument> perShipper(List<IssuedDocument> documents) {
        Map<String, IssuedDocument> best = new TreeMap<>();
        for (String kind : PackIssuer.STATEMENTS) {
            documents.stream()
                    .filter(document -> document.kind().equals(kind))
                    .forEach(document -> best.putIfAbsent(document.subject(), document));
        }
        return best.values().stream();
    }
}
