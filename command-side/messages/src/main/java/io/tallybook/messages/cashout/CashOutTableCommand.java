package io.tallybook.messages.cashout;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a CashOutTable. */
public sealed interface CashOutTableCommand extends Command {
    CashOutTableId table();

    /** @param from the first period the tiers hold in, until those of a later one; null for every period before all others */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record DefineCashOutTable(
            @TargetAggregateIdentifier CashOutTableId table,
            CashOutTiers tiers,
            @Nullable AccountingPeriod from,
            PersonId by,
            Instant at)
            implements CashOutTableCommand {}

    /** Asks for the tiers for one shipper's statement; answered by {@code CashOutTablePinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinCashOutTable(
            @TargetAggregateIdentifier CashOutTableId table,
            CloseId closeId,
            int attempt,
            ShipperId shipper,
            Instant at)
            implements CashOutTableCommand {}
}
