package io.tallybook.query.metering;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was measured. */
public interface MeteringQueries {
    /**
     * Months of the points of a network or an area in a period, by point id; points that have delivered nothing too.
     *
     * @param area null for all areas
     */
    Page<MeterMonthView> months(NetworkId network, @Nullable AreaId area, AccountingPeriod period, PageRequest page);

    /** The same of all a network's points at once; ≤ 65,536. */
    List<MeterMonthView> months(NetworkId network, AccountingPeriod period);

    /** The month, also of a known point that has delivered nothing; empty for an unknown point. */
    Optional<MeterMonthView> month(MeterMonthId month);

    /** The gas days of the month in order, those without records too; empty for an unknown point. */
    List<DayTotalView> days(MeterMonthId month);

    /** Every version of every record of the point's gas day, by start and time of arrival; ≤ 10,000. */
    List<QuantityRecordView> records(PointId point, GasDay day);

    /** Every estimate ever made of the month, oldest first. */
    List<EstimateView> estimates(MeterMonthId month);

    /** What was estimated for each interval of the month, by start and number; ≤ 10,000. */
    List<EstimatedIntervalView> estimatedIntervals(MeterMonthId month);

    /** What was estimated for each interval of the point's gas day, likewise. */
    List<EstimatedIntervalView> estimatedIntervals(PointId point, GasDay day);

    /** The estimates that stand in a network's period, by point and start; ≤ 200,000. */
    List<EstimatedIntervalView> standingEstimates(NetworkId network, AccountingPeriod period);

    /** Starts of the intervals without a record, the first {@code limit} ≤ 3,000. */
    List<Instant> missing(MeterMonthId month, int limit);

    /** How many late records of the period wait undecided or became adjustments. */
    int late(NetworkId network, AccountingPeriod period);
}
