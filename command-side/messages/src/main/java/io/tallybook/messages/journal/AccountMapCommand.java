package io.tallybook.messages.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to an AccountMap. */
public sealed interface AccountMapCommand extends Command {
    AccountMapId accounts();

    /** @param from the first period the accounts hold in, until those of a later one; null for every period before all others */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    @SecondPerson
    record MapAccounts(
            @TargetAggregateIdentifier AccountMapId accounts,
            Map<AccountUse, Account> map,
            @Nullable AccountingPeriod from,
            PersonId by,
            Instant at)
            implements AccountMapCommand {}

    /** Asks for the accounts of one attempt; answered by {@code AccountsPinned}, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinAccounts(
            @TargetAggregateIdentifier AccountMapId accounts,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Instant at)
            implements AccountMapCommand {}

    /** Asks for the accounts that hold in the close's period by now, to post a refused journal anew; answered by {@code AccountsTold}. */
    @SentBy(Role.PROCESS)
    record TellAccounts(
            @TargetAggregateIdentifier AccountMapId accounts,
            JournalId journal,
            CloseId closeId,
            int attempt,
            int posting,
            Instant at)
            implements AccountMapCommand {}
}
