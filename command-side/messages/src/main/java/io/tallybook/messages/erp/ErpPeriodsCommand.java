package io.tallybook.messages.erp;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Command;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to what an ERP says of its periods. */
public sealed interface ErpPeriodsCommand extends Command {
    ErpPeriodsId books();

    /** The ERP says so: a fact, never refused; the same state again is unchanged. */
    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record TellErpPeriod(
            @TargetAggregateIdentifier ErpPeriodsId books,
            AccountingPeriod period,
            ErpPeriodState state,
            Source source,
            int line,
            PersonId by,
            Instant at)
            implements ErpPeriodsCommand {}
}
