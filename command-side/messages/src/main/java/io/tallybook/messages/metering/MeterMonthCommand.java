package io.tallybook.messages.metering;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Orders to a MeterMonth, the consistency boundary of measurement: one point, one accounting period. */
public sealed interface MeterMonthCommand extends Command {
    MeterMonthId month();

    /** One point's records of one gas day, ≤ 100. Never refused as a fact: a frozen or closed month records it as late. */
    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record RecordQuantities(
            @TargetAggregateIdentifier MeterMonthId month,
            GasDay day,
            PointRule rule,
            List<Quantity> quantities,
            Source source,
            PersonId by,
            Instant at)
            implements MeterMonthCommand {}

    /**
     * A dead letter fell into this month: it blocks the freeze until replaced or excluded. {@code at} is when the dead
     * letter was received (the event's time, not the relay's): a good record of another file taken in since then replaces
     * it at once.
     */
    @SentBy(Role.PROCESS)
    record NoteRejectedReading(
            @TargetAggregateIdentifier MeterMonthId month,
            DeadLetterId deadLetter,
            @Nullable Instant start,
            String reason,
            Instant at)
            implements MeterMonthCommand {}

    /** The accountant excluded the dead letter. */
    @SentBy(Role.PROCESS)
    record ExcludeRejectedReading(
            @TargetAggregateIdentifier MeterMonthId month, DeadLetterId deadLetter, PersonId by, Instant at)
            implements MeterMonthCommand {}

    /**
     * Freezes the month for one attempt of a close. Answered by {@code MeterMonthFrozen}, or by {@code MeterMonthNotReady}
     * and, once it is complete, {@code MeterMonthReady}. Asked again it answers again only for a higher attempt or when the
     * answer has changed; a month still frozen repeats its figures, hash and {@code throughSequence}.
     */
    @SentBy(Role.PROCESS)
    record FreezeMeterMonth(
            @TargetAggregateIdentifier MeterMonthId month,
            CloseId closeId,
            int attempt,
            AreaId area,
            int rosterIndex,
            PointRule rule,
            Instant at)
            implements MeterMonthCommand {}

    /**
     * Opens a frozen month again; facts received meanwhile are applied in the order they came.
     *
     * @param attempt the new attempt: a month frozen for this attempt already stays frozen
     */
    @SentBy(Role.PROCESS)
    record ThawMeterMonth(@TargetAggregateIdentifier MeterMonthId month, CloseId closeId, int attempt, Instant at)
            implements MeterMonthCommand {}

    @SentBy(Role.PROCESS)
    record CloseMeterMonth(@TargetAggregateIdentifier MeterMonthId month, CloseId closeId, Instant at)
            implements MeterMonthCommand {}

    /**
     * Opens a closed month again, by two persons' word (ADR 20); facts received since are applied in the order they came. A
     * revision opens it once.
     */
    @SentBy(Role.PROCESS)
    record ReopenMeterMonth(@TargetAggregateIdentifier MeterMonthId month, CloseId closeId, int revision, Instant at)
            implements MeterMonthCommand {}

    /**
     * Fills missing intervals of an open month, never one that has a figure. What is material waits for a second person.
     *
     * @param starts the missing intervals, 1 to 256
     * @param stated signed kWh of each of them; only and always with {@link EstimateMethod#STATED}
     * @param limit the house's, not the person's
     */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER})
    record EstimateGap(
            @TargetAggregateIdentifier MeterMonthId month,
            PointRule rule,
            List<Instant> starts,
            EstimateMethod method,
            @Nullable Energy stated,
            EstimateLimit limit,
            String reason,
            PersonId by,
            Instant at)
            implements MeterMonthCommand {}

    /** Makes a waiting estimate stand; by somebody else than who made it. */
    @SentBy(Role.APPROVER)
    record AcceptEstimate(@TargetAggregateIdentifier MeterMonthId month, int estimate, PersonId by, Instant at)
            implements MeterMonthCommand {}

    /** Takes back what is left of an estimate while the month is open: its intervals are missing again. */
    @SentBy({Role.ACCOUNTANT, Role.ENGINEER, Role.APPROVER})
    record WithdrawEstimate(
            @TargetAggregateIdentifier MeterMonthId month, int estimate, String reason, PersonId by, Instant at)
            implements MeterMonthCommand {}
}
