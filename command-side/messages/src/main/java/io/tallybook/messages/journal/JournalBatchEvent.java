package io.tallybook.messages.journal;

import io.tallybook.messages.Event;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;
import java.util.List;
import java.util.Map;

/** What happened to a JournalBatch. */
public sealed interface JournalBatchEvent extends Event {
    JournalId journal();

    record JournalOpened(
            JournalId journal,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Map<AccountUse, Account> accounts,
            int accountsVersion,
            PersonId author)
            implements JournalBatchEvent {}

    record JournalInputAdded(
            JournalId journal,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            StatementTotals totals,
            Sha256 statementHash,
            List<PersonId> contributors)
            implements JournalBatchEvent {}

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

    record JournalPostingRequested(
            JournalId journal,
            CloseId closeId,
            int attempt,
            Sha256 packHash,
            Sha256 contentHash,
            List<JournalLine> lines)
            implements JournalBatchEvent {}

    /** A person has the batch handed to the ERP once more; what was handed follows as {@code JournalPostingRequested}. */
    record JournalRepostOrdered(JournalId journal, CloseId closeId, String reason, PersonId by)
            implements JournalBatchEvent {}

    record JournalPosted(JournalId journal, CloseId closeId, String documentNumber, Sha256 acknowledgement)
            implements JournalBatchEvent {}

    record JournalPostingFailed(JournalId journal, CloseId closeId, String reason) implements JournalBatchEvent {}
}
