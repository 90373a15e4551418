package io.tallybook.query.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of missing intervals of a point's month.
 *
 * @param number within the month, from 1
 * @param intervals it was made for
 * @param remaining of them that no actual reading has replaced and nobody withdrew
 * @param energy signed kWh of all its intervals
 * @param inputs actual readings it was computed from, 0 for a stated one; {@code inputsEnergy} is their signed sum
 * @param alone energy of the month's estimates nobody had accepted, this one with them
 * @param limit more than this waits for a second person
 * @param decidedBy who accepted or withdrew it
 * @param position of the event that made it
 */
public record EstimateView(
        MeterMonthId month,
        int number,
        EstimateMethod method,
        EstimateState state,
        int intervals,
        int remaining,
        Energy energy,
        int inputs,
        Energy inputsEnergy,
        Energy alone,
        Energy limit,
        String reason,
        PersonId by,
        Instant at,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String withdrawnBecause,
        long position) {
    public boolean waits() {
        return state == EstimateState.WAITING;
    }

    /** Whether something of it is left to withdraw. */
    public boolean open() {
        return waits() || state == EstimateState.STANDING;
    }
}
