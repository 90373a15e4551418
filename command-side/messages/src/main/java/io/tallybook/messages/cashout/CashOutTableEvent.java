package io.tallybook.messages.cashout;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import org.jspecify.annotations.Nullable;

/** What happened to a CashOutTable. */
public sealed interface CashOutTableEvent extends Event {
    CashOutTableId table();

    /**
     * @param version from 1
     * @param from the first period it holds in; null for every period before all others
     */
    record CashOutTableDefined(
            CashOutTableId table,
            CashOutTiers tiers,
            int version,
            PersonId by,
            @Nullable AccountingPeriod from) implements CashOutTableEvent {}

    /** The tiers one shipper's statement is settled by in this attempt. */
    record CashOutTablePinned(
            CashOutTableId table,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            CashOutTiers tiers,
            int version,
            PersonId author)
            implements CashOutTableEvent {}

    /** The tiers this attempt was given are no longer those in use: the close must take them anew. */
    record CashOutTableOutdated(CashOutTableId table, CloseId closeId, int attempt, String reason)
            implements CashOutTableEvent {}
}
