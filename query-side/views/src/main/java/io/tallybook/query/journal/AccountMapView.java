package io.tallybook.query.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import java.time.Instant;
import java.util.Map;

/** A version of an account map. */
public record AccountMapView(
        AccountMapId accounts, int version, Map<AccountUse, Account> map, PersonId by, Instant at, long position) {}
