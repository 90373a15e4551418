package io.tallybook.query.cashout;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.cashout.CashOutTiers;
import java.time.Instant;

/** One version of a table of tiers and who wrote it. */
public record CashOutTableView(
        CashOutTableId table, int version, CashOutTiers tiers, PersonId by, Instant at, long position) {}
