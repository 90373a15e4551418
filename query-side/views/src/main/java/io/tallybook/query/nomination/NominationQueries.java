package io.tallybook.query.nomination;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PointId;
import io.tallybook.messages.nomination.NominationMonthId;
import java.util.List;

/** Nominations, and the imbalances they leave. */
public interface NominationQueries {
    /** What stands of a month, by day and kind; ≤ 62. */
    List<NominationView> nominations(NominationMonthId month);

    /** Every contract's imbalance at a point in a month in which it nominated, by contract and direction; ≤ 128. */
    List<ImbalanceView> imbalances(PointId point, AccountingPeriod period);
}
