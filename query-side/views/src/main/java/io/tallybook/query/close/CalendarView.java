package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.OpenImbalance;
import java.time.ZoneId;
import java.util.List;

/** A close calendar: where it starts, what it opened with, its holidays and periods, oldest first. */
public record CalendarView(
        CloseGroup group,
        NetworkId network,
        ZoneId zone,
        AccountingPeriod firstPeriod,
        Energy openingStorage,
        Energy openingImbalance,
        boolean demo,
        List<OpenImbalance> openImbalances,
        List<Holiday> holidays,
        List<PeriodView> periods) {}
