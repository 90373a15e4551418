package io.tallybook.query.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The estimate of one interval.
 *
 * @param estimate its number within the month
 * @param figure signed kWh
 * @param version among the interval's figures; one that never stood has not used it
 * @param actual signed kWh that superseded it
 * @param position of the event that made it
 */
public record EstimatedIntervalView(
        MeterMonthId month,
        int estimate,
        GasDay day,
        Instant start,
        int version,
        Energy figure,
        EstimateState state,
        @Nullable Energy actual,
        EstimateMethod method,
        String reason,
        PersonId by,
        @Nullable PersonId acceptedBy,
        long position) {}
