package io.tallybook.messages.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import java.util.List;
import java.util.Map;

/** What happened to an AccountMap. */
public sealed interface AccountMapEvent extends Event {
    record AccountsMapped(AccountMapId accounts, Map<AccountUse, Account> map, int version, PersonId by)
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

    /** The map this attempt was given is no longer the one in use: the close must take it anew. */
    record AccountsOutdated(AccountMapId accounts, CloseId closeId, int attempt, String reason)
            implements AccountMapEvent {}

    /** The map in use when a journal the ERP refused is posted anew. */
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
