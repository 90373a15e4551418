package io.tallybook.saga.outward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.RecordIssuedDocuments;
import io.tallybook.messages.close.CloseCycleEvent.JournalPostingConfirmed;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.Example;
import io.tallybook.saga.orders.RecordingDoor;
import java.io.IOException;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class PackIssueTest {
    private static final JournalPostingConfirmed CONFIRMED =
            new JournalPostingConfirmed(Example.CLOSE, 1, Example.HASH, "4711");
    private static final List<IssuedDocument> PACK = List.of(
            document("close.xlsx", "workbook", ""),
            document("nordgas.csv", "statement-csv", "nordgas"),
            document("nordgas.pdf", "statement-pdf", "nordgas"));

    private final RecordingDoor door = new RecordingDoor();

    @Test
    void recordsTheStatementOfEachShipperAndThenTheWholePack() throws IOException {
        tell((close, attempt, hash) -> PACK);

        assertThat(door.given())
                .containsExactly(
                        new IssueStatement(
                                StatementId.of(Example.NORDGAS, Example.PERIOD),
                                Example.CLOSE,
                                1,
                                Sha256.of("nordgas.pdf"),
                                RecordingDoor.NOW),
                        new RecordIssuedDocuments(Example.CLOSE, PACK, RecordingDoor.NOW));
    }

    @Test
    void recordsNothingWhenThePackCannotBeIssuedYet() {
        PackIssuer notReady = (close, attempt, hash) -> {
            throw new IOException("the views are behind");
        };

        assertThatThrownBy(() -> tell(notReady)).isInstanceOf(IOException.class);
        assertThat(door.given()).isEmpty();
    }

    private void tell(PackIssuer issuer) throws IOException {
        new PackIssue(issuer, door.orders()).on(CONFIRMED, GenericEventMessage.asEventMessage(CONFIRMED));
    }

    private static IssuedDocument document(String name, String kind, String subject) {
        return new IssuedDocument(name, kind, subject, "application/octet-stream", 1, Sha256.of(name), 1);
    }
}
