package io.tallybook.messages.journal;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a JournalBatch. Parts may come in any order and more than once; a higher attempt starts it anew. */
public sealed interface JournalBatchCommand extends Command {
    JournalId journal();

    @SentBy(Role.PROCESS)
    record OpenJournal(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Map<AccountUse, Account> accounts,
            int accountsVersion,
            PersonId author,
            Instant at)
            implements JournalBatchCommand {}

    @SentBy(Role.PROCESS)
    record AddJournalInput(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 statementHash,
            List<PersonId> contributors,
            Instant at)
            implements JournalBatchCommand {}

    /** Asks the ERP to post; only for the pack hash that was approved. The same again changes nothing. */
    @SentBy(Role.PROCESS)
    record PostJournal(
            @TargetAggregateIdentifier JournalId journal, CloseId closeId, int attempt, Sha256 packHash, Instant at)
            implements JournalBatchCommand {}

    /**
     * After the ERP said no and the cause was put right there: the same batch again, under the same key and with the same
     * bytes. Unchanged while the ERP's word is awaited.
     */
    @SentBy(Role.ACCOUNTANT)
    record RepostJournal(@TargetAggregateIdentifier JournalId journal, String reason, PersonId by, Instant at)
            implements JournalBatchCommand {}

    /** The ERP's acknowledgement, matched by key. */
    @SentBy(Role.PROCESS)
    record ConfirmPosting(
            @TargetAggregateIdentifier JournalId journal, String documentNumber, Sha256 acknowledgement, Instant at)
            implements JournalBatchCommand {}

    /** The ERP said no. */
    @SentBy(Role.PROCESS)
    record RejectPosting(@TargetAggregateIdentifier JournalId journal, String reason, Instant at)
            implements JournalBatchCommand {}
}
