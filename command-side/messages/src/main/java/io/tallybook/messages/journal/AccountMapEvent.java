package io.tallybook.messages.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to an AccountMap. */
public sealed interface AccountMapEvent extends Event {
    /**
     * @param version from 1
     * @param from the first period it holds in; null for every period before all others
     */
    record AccountsMapped(
            AccountMapId accounts,
            Map<AccountUse, Account> map,
            int version,
            PersonId by,
            @Nullable AccountingPeriod from)
            implements AccountMapEvent {}

    record AccountsPinned(
            AccountMapId accounts,
            CloseId closeId,
            int attempt,
            List<ShipperId> shippers,
            Map<AccountUse, Account> map,
            int version,
            PersonId author)
            implements AccountMapEvent {}

    /** The map this attempt was given no longer holds in its period: the close must take it anew. */
    record AccountsOutdated(AccountMapId accounts, CloseId closeId, int attempt, String reason)
            implements AccountMapEvent {}

    /** What holds in the period of a journal the ERP refused when it is posted anew. */
    record AccountsTold(
            AccountMapId accounts,
            JournalId journal,
            CloseId closeId,
            int attempt,
            int posting,
            Map<AccountUse, Account> map,
            int version,
            PersonId author)
            implements AccountMapEvent {}
}
