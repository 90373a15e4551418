package io.tallybook.messages.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a JournalBatch. */
public sealed interface JournalBatchEvent extends Event {
    JournalId journal();

    /** @param map where the accounts come from; null in what was written before it was said */
    record JournalOpened(
            JournalId journal,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Map<AccountUse, Account> accounts,
            int accountsVersion,
            PersonId author,
            @Nullable AccountMapId map)
            implements JournalBatchEvent {
        public JournalOpened(
                JournalId journal,
                CloseId closeId,
                int attempt,
                List<ShipperId> shippers,
                Map<AccountUse, Account> accounts,
                int accountsVersion,
                PersonId author) {
            this(journal, closeId, attempt, shippers, accounts, accountsVersion, author, null);
        }
    }

    record JournalInputAdded(
            JournalId journal,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 statementHash,
            List<PersonId> contributors,
            @Nullable AdjustedLines adjusts)
            implements JournalBatchEvent {
        /** Of a close. */
        public JournalInputAdded(
                JournalId journal,
                CloseId closeId,
                int attempt,
                ShipperId shipper,
                StatementTotals totals,
                Sha256 statementHash,
                List<PersonId> contributors) {
            this(journal, closeId, attempt, shipper, totals, statementHash, contributors, null);
        }
    }

    /** Debits equal credits. ≤ 256 lines: per shipper and direction one debit and one credit. */
    record JournalPrepared(
            JournalId journal,
            CloseId closeId,
            int attempt,
            List<JournalLine> lines,
            Money debits,
            Money credits,
            int accountsVersion,
            Sha256 contentHash,
            List<PersonId> contributors)
            implements JournalBatchEvent {}

    /** {@code account-not-mapped}, {@code currencies-differ}, {@code too-many-shippers} or {@code journal-too-large}. */
    record JournalFailed(JournalId journal, CloseId closeId, int attempt, String rule, String sentence)
            implements JournalBatchEvent {}

    /**
     * @param key null for the first posting, whose key is the journal's id
     * @param bookIn the period it is booked in when that is not the close's own, else null
     * @param reverses the posting it takes back line by line, under the same line numbers; null for a posting of its own
     */
    record JournalPostingRequested(
            JournalId journal,
            CloseId closeId,
            int attempt,
            Sha256 packHash,
            Sha256 contentHash,
            List<JournalLine> lines,
            @Nullable PostingKey key,
            @Nullable AccountingPeriod bookIn,
            @Nullable PostingKey reverses)
            implements JournalBatchEvent {
        /** The first posting, in the close's own period. */
        public JournalPostingRequested(
                JournalId journal,
                CloseId closeId,
                int attempt,
                Sha256 packHash,
                Sha256 contentHash,
                List<JournalLine> lines) {
            this(journal, closeId, attempt, packHash, contentHash, lines, null);
        }

        /** In the close's own period. */
        public JournalPostingRequested(
                JournalId journal,
                CloseId closeId,
                int attempt,
                Sha256 packHash,
                Sha256 contentHash,
                List<JournalLine> lines,
                @Nullable PostingKey key) {
            this(journal, closeId, attempt, packHash, contentHash, lines, key, null, null);
        }

        /** The lines as the ERP gets them, each of a reversal naming the line it takes back. */
        public List<JournalLine> told() {
            return reverses == null
                    ? lines
                    : lines.stream().map(line -> line.reversing(reverses)).toList();
        }

        /** The ERP's period it is booked in. */
        public AccountingPeriod bookedIn() {
            return bookIn == null ? closeId.period() : bookIn;
        }

        /** The key the ERP is given. */
        public PostingKey postingKey() {
            return key == null ? PostingKey.of(journal, 1) : key;
        }
    }

    /** A person has the batch handed to the ERP once more; what was handed follows as {@code JournalPostingRequested}. */
    record JournalRepostOrdered(JournalId journal, CloseId closeId, String reason, PersonId by)
            implements JournalBatchEvent {}

    /** Before a byte leaves: from here on the ERP may have booked it. */
    record JournalSendingBegun(JournalId journal, CloseId closeId, PostingKey key, int number, String erp)
            implements JournalBatchEvent {}

    /** Whether the ERP has booked it is not known: it is asked by key before anything is sent again. */
    record JournalOutcomeUnknown(JournalId journal, CloseId closeId, PostingKey key, String sentence)
            implements JournalBatchEvent {}

    /**
     * @param key null for the first posting
     * @param reverses the document this one takes back; null for a posting of its own
     */
    record JournalPosted(
            JournalId journal,
            CloseId closeId,
            String documentNumber,
            Sha256 acknowledgement,
            @Nullable PostingKey key,
            @Nullable String reverses)
            implements JournalBatchEvent {
        public JournalPosted(JournalId journal, CloseId closeId, String documentNumber, Sha256 acknowledgement) {
            this(journal, closeId, documentNumber, acknowledgement, null, null);
        }
    }

    /**
     * @param key null for the first posting
     * @param refused null when the ERP named no line
     */
    record JournalPostingFailed(
            JournalId journal,
            CloseId closeId,
            String reason,
            @Nullable PostingKey key,
            @Nullable List<RefusedLine> refused)
            implements JournalBatchEvent {
        public JournalPostingFailed(JournalId journal, CloseId closeId, String reason) {
            this(journal, closeId, reason, null, null);
        }
    }

    /** A person wants the refused batch on the accounts now in use, as posting {@code posting}. */
    record JournalRemapOrdered(
            JournalId journal, CloseId closeId, int attempt, AccountMapId map, int posting, String reason, PersonId by)
            implements JournalBatchEvent {}

    /** Its lines follow as {@code JournalPostingRequested}; amounts and quantities are those that were approved. */
    record JournalRemapped(JournalId journal, CloseId closeId, PostingKey key, int accountsVersion, PersonId author)
            implements JournalBatchEvent {}

    record JournalReconciliationRequested(JournalId journal, CloseId closeId, int number, PersonId by)
            implements JournalBatchEvent {}

    /** Every key of this journal on both sides (SOX C9). */
    record JournalReconciled(JournalId journal, CloseId closeId, int number, String erp, List<KeyCompared> keys)
            implements JournalBatchEvent {}

    /** The posted batch is to be taken back; its lines, debits and credits exchanged, follow as a posting request. */
    record JournalReversalOrdered(JournalId journal, CloseId closeId, int revision, String reason)
            implements JournalBatchEvent {}

    /**
     * The ERP has posted the reversal: nothing of the revision before stands in its books.
     *
     * @param documentNumber of the reversal; {@code reversed} is the one taken back
     */
    record JournalReversed(JournalId journal, CloseId closeId, int revision, String documentNumber, String reversed)
            implements JournalBatchEvent {}
}
