package io.tallybook.messages.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
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
import org.jspecify.annotations.Nullable;

/** Orders to a JournalBatch. Parts may come in any order and more than once; a higher attempt starts it anew. */
public sealed interface JournalBatchCommand extends Command {
    JournalId journal();

    /** @param map where the accounts come from; null when not said */
    @SentBy(Role.PROCESS)
    record OpenJournal(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Map<AccountUse, Account> accounts,
            int accountsVersion,
            PersonId author,
            @Nullable AccountMapId map,
            Instant at)
            implements JournalBatchCommand {
        public OpenJournal(
                JournalId journal,
                CloseId closeId,
                int attempt,
                List<ShipperId> shippers,
                Map<AccountUse, Account> accounts,
                int accountsVersion,
                PersonId author,
                Instant at) {
            this(journal, closeId, attempt, shippers, accounts, accountsVersion, author, null, at);
        }
    }

    /** {@code adjusts} is null in a close; else the totals are differences, booked on the accounts of adjustments. */
    @SentBy(Role.PROCESS)
    record AddJournalInput(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 statementHash,
            List<PersonId> contributors,
            @Nullable AdjustedLines adjusts,
            Instant at)
            implements JournalBatchCommand {
        /** Of a close. */
        public AddJournalInput(
                JournalId journal,
                CloseId closeId,
                int attempt,
                ShipperId shipper,
                StatementTotals totals,
                Sha256 statementHash,
                List<PersonId> contributors,
                Instant at) {
            this(journal, closeId, attempt, shipper, totals, statementHash, contributors, null, at);
        }
    }

    /**
     * Asks the ERP to post; only for the pack hash that was approved. The same again changes nothing.
     *
     * @param bookIn the period to book it in when that is not the close's own, else null
     */
    @SentBy(Role.PROCESS)
    record PostJournal(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int attempt,
            Sha256 packHash,
            @Nullable AccountingPeriod bookIn,
            Instant at)
            implements JournalBatchCommand {
        /** In the close's own period. */
        public PostJournal(JournalId journal, CloseId closeId, int attempt, Sha256 packHash, Instant at) {
            this(journal, closeId, attempt, packHash, null, at);
        }
    }

    /**
     * After the ERP said no and the cause was put right there: the same batch again, under the same key and with the same
     * bytes. Unchanged while the ERP's word is awaited.
     */
    @SentBy(Role.ACCOUNTANT)
    record RepostJournal(@TargetAggregateIdentifier JournalId journal, String reason, PersonId by, Instant at)
            implements JournalBatchCommand {}

    /**
     * After the ERP said no and the account map was changed: the same amounts on the accounts now in use, as a new posting with
     * a new key. The old key stays as it is.
     */
    @SentBy(Role.ACCOUNTANT)
    record RemapJournal(@TargetAggregateIdentifier JournalId journal, String reason, PersonId by, Instant at)
            implements JournalBatchCommand {}

    /**
     * The accounts in use now, for the posting of that number.
     *
     * @param posting from 2
     */
    @SentBy(Role.PROCESS)
    record TakeAccounts(
            @TargetAggregateIdentifier JournalId journal,
            int posting,
            Map<AccountUse, Account> accounts,
            int accountsVersion,
            PersonId author,
            Instant at)
            implements JournalBatchCommand {}

    /**
     * About to send: in the log before a byte leaves, so that after a crash the ERP is asked before it is sent again.
     *
     * @param number of the sendings under this key, from 1; two senders cannot both begin it
     * @param erp the system's name
     */
    @SentBy(Role.PROCESS)
    record BeginSending(
            @TargetAggregateIdentifier JournalId journal, PostingKey key, int number, String erp, Instant at)
            implements JournalBatchCommand {}

    /** No answer to rely on: nobody knows yet whether the ERP has booked it. */
    @SentBy(Role.PROCESS)
    record NoteUnknownOutcome(@TargetAggregateIdentifier JournalId journal, PostingKey key, String sentence, Instant at)
            implements JournalBatchCommand {}

    /**
     * The ERP's acknowledgement, matched by key.
     *
     * @param key null when the ERP was given but one
     */
    @SentBy(Role.PROCESS)
    record ConfirmPosting(
            @TargetAggregateIdentifier JournalId journal,
            String documentNumber,
            Sha256 acknowledgement,
            @Nullable PostingKey key,
            Instant at)
            implements JournalBatchCommand {
        public ConfirmPosting(JournalId journal, String documentNumber, Sha256 acknowledgement, Instant at) {
            this(journal, documentNumber, acknowledgement, null, at);
        }
    }

    /**
     * The ERP said no, or must not be given the batch now.
     *
     * @param key null when the ERP was given but one
     * @param lines which it refused, and why; empty when it did not say
     */
    @SentBy(Role.PROCESS)
    record RejectPosting(
            @TargetAggregateIdentifier JournalId journal,
            String reason,
            @Nullable PostingKey key,
            List<RefusedLine> lines,
            Instant at)
            implements JournalBatchCommand {
        public RejectPosting(JournalId journal, String reason, Instant at) {
            this(journal, reason, null, List.of(), at);
        }
    }

    /** Asks the ERP what it has booked under the keys of this close. Unchanged while its answer is awaited. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER})
    record ReconcileJournal(@TargetAggregateIdentifier JournalId journal, PersonId by, Instant at)
            implements JournalBatchCommand {}

    /** What the ERP holds, to be compared with what was sent. */
    @SentBy(Role.PROCESS)
    record RecordHeld(
            @TargetAggregateIdentifier JournalId journal, int number, String erp, List<HeldDocument> held, Instant at)
            implements JournalBatchCommand {}

    /**
     * A locked month is open again, or an accrual has served: what the ERP posted for it is posted the other way round, under a
     * key of its own. A revision reverses once.
     *
     * @param bookIn the period to book it in; null for the one of what is taken back
     */
    @SentBy(Role.PROCESS)
    record ReverseJournal(
            @TargetAggregateIdentifier JournalId journal,
            CloseId closeId,
            int revision,
            @Nullable AccountingPeriod bookIn,
            String reason,
            Instant at)
            implements JournalBatchCommand {
        /** In the period of what is taken back. */
        public ReverseJournal(JournalId journal, CloseId closeId, int revision, String reason, Instant at) {
            this(journal, closeId, revision, null, reason, at);
        }
    }
}
