package io.tallybook.query.journal;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A version of an account map.
 *
 * @param from the first period it holds in; null for every period before all others
 */
public record AccountMapView(
        AccountMapId accounts,
        int version,
        @Nullable AccountingPeriod from,
        Map<AccountUse, Account> map,
        PersonId by,
        Instant at,
        long position) {
    /** Of versions, latest first, those no later one has taken the place of; by the period they begin in. */
    public static Stream<AccountMapView> standing(List<AccountMapView> versions) {
        Map<@Nullable AccountingPeriod, AccountMapView> latest =
                new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        versions.forEach(version -> latest.putIfAbsent(version.from(), version));
        return latest.values().stream();
    }
}
