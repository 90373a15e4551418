package io.tallybook.messages.erp;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.Source;

/** What an ERP said of its periods. */
public sealed interface ErpPeriodsEvent extends Event {
    ErpPeriodsId books();

    /** From now on the period is open or closed there. */
    record ErpPeriodTold(
            ErpPeriodsId books, AccountingPeriod period, ErpPeriodState state, Source source, int line, PersonId by)
            implements ErpPeriodsEvent {}
}
