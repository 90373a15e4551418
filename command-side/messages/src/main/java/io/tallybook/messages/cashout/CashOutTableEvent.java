package io.tallybook.messages.cashout;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;

/** What happened to a CashOutTable. */
public sealed interface CashOutTableEvent extends Event {
    CashOutTableId table();

    /** @param version from 1 */
    record CashOutTableDefined(CashOutTableId table, CashOutTiers tiers, int version, PersonId by)
            implements CashOutTableEvent {}

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
