package io.tallybook.query.cashout;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.cashout.CashOutTiers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a table of tiers and who wrote it.
 *
 * @param from the first period it holds in; null for every period before all others
 */
public record CashOutTableView(
        CashOutTableId table,
        int version,
        @Nullable AccountingPeriod from,
        CashOutTiers tiers,
        PersonId by,
        Instant at,
        long position) {}
