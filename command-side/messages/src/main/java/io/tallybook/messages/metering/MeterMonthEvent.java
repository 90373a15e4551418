package io.tallybook.messages.metering;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a MeterMonth. */
public sealed interface MeterMonthEvent extends Event {
    MeterMonthId month();

    /** A new or changed record: {@code version} counts from 1 per interval; {@code previous} is the replaced signed kWh. */
    record RecordedQuantity(
            Quantity quantity, int version, @Nullable Energy previous) {}

    /** The records of one delivery that were new or changed; a repeat leaves no event. */
    record QuantitiesRecorded(
            MeterMonthId month,
            GasDay day,
            PointRule rule,
            List<RecordedQuantity> quantities,
            Source source,
            PersonId by)
            implements MeterMonthEvent {}

    /** Whether the month was frozen or already closed when late data came. */
    enum Standing {
        FROZEN,
        CLOSED
    }

    /**
     * One late record.
     *
     * @param standing the signed figure the month was frozen or closed with; null when it had none
     * @param latest the signed figure latest known before this delivery (itself perhaps late)
     */
    record LateQuantity(@Nullable Energy standing, @Nullable Energy latest, Quantity received) {}

    /** Facts that came too late to change a figure. */
    record LateQuantitiesReceived(
            MeterMonthId month,
            CloseId closeId,
            Standing standing,
            GasDay day,
            List<LateQuantity> quantities,
            Source source,
            PersonId by)
            implements MeterMonthEvent {}

    record RejectedReadingNoted(
            MeterMonthId month,
            DeadLetterId deadLetter,
            @Nullable Instant start,
            String reason) implements MeterMonthEvent {}

    /** A good record for the rejected interval came. */
    record RejectedReadingReplaced(MeterMonthId month, DeadLetterId deadLetter, Source source, PersonId by)
            implements MeterMonthEvent {}

    record RejectedReadingExcluded(MeterMonthId month, DeadLetterId deadLetter, PersonId by)
            implements MeterMonthEvent {}

    /** The rejected reading came while the month stood frozen for the close: its approval waits. */
    record RejectedReadingHoldsClose(MeterMonthId month, CloseId closeId, DeadLetterId deadLetter)
            implements MeterMonthEvent {}

    /** It is settled; {@code excludedBy} is null when a good record came. */
    record RejectedReadingReleasesClose(
            MeterMonthId month,
            CloseId closeId,
            DeadLetterId deadLetter,
            @Nullable PersonId excludedBy) implements MeterMonthEvent {}

    /** Why the month could not be frozen: missing intervals (first ten starts) and open dead letters (first ten). */
    record MeterMonthNotReady(
            MeterMonthId month,
            CloseId closeId,
            int attempt,
            AreaId area,
            int rosterIndex,
            PointRule rule,
            int expected,
            int missing,
            List<Instant> firstMissing,
            int openDeadLetters,
            List<DeadLetterId> firstDeadLetters)
            implements MeterMonthEvent {}

    /** The month has become complete after {@code MeterMonthNotReady}; the close may ask again. */
    record MeterMonthReady(
            MeterMonthId month, CloseId closeId, int attempt, AreaId area, int rosterIndex, PointRule rule)
            implements MeterMonthEvent {}

    /**
     * The month stands still for the close.
     *
     * @param throughSequence sequence of the stream's last event before the freeze
     * @param contentHash over sorted canonical lines {@code start|kWh|direction|quality}
     * @param days every gas day in force, in order, ≤ 31
     * @param contributors persons whose records or exclusions stand in the month
     */
    record MeterMonthFrozen(
            MeterMonthId month,
            CloseId closeId,
            int attempt,
            AreaId area,
            int rosterIndex,
            int configurationVersion,
            long throughSequence,
            Sha256 contentHash,
            int records,
            List<DayTotal> days,
            List<PersonId> contributors)
            implements MeterMonthEvent {}

    record MeterMonthThawed(MeterMonthId month, CloseId closeId, int attempt) implements MeterMonthEvent {}

    record MeterMonthClosed(MeterMonthId month, CloseId closeId) implements MeterMonthEvent {}

    /** The closed month is open again, for this revision of the close. */
    record MeterMonthReopened(MeterMonthId month, CloseId closeId, int revision) implements MeterMonthEvent {}

    /** The estimate of one interval: signed kWh, and the version it has or would have among the interval's figures. */
    record EstimatedQuantity(Instant start, Energy figure, int version) {}

    /** An actual reading an estimate was computed from: signed kWh. */
    record EstimateInput(Instant start, Energy figure) {}

    /**
     * What an estimate was computed from.
     *
     * @param count actual intervals used; 0 for a stated figure
     * @param sum of their signed kWh
     * @param inputs each of them, ≤ 257; empty where all of the month's were used
     */
    record EstimateBasis(int count, Energy sum, List<EstimateInput> inputs) {}

    /**
     * How much rests on one person's word.
     *
     * @param alone energy of the month's estimates nobody has accepted, this one with them: cut in parts it weighs the same
     * @param limit more than this waits for a second person
     */
    record EstimateWeight(Energy alone, Energy limit) {
        /** Whether the estimate waits to be accepted. */
        public boolean material() {
            return alone.compareTo(limit) > 0;
        }
    }

    /**
     * Missing intervals have an estimate. It stands at once unless its weight is material: then it waits.
     *
     * @param estimate number within the month, from 1
     * @param quantities ≤ 256, in order
     */
    record GapEstimated(
            MeterMonthId month,
            int estimate,
            PointRule rule,
            EstimateMethod method,
            List<EstimatedQuantity> quantities,
            EstimateBasis basis,
            EstimateWeight weight,
            String reason,
            PersonId by)
            implements MeterMonthEvent {}

    /** A second person made it stand; {@code quantities} are those no actual reading had replaced by then. */
    record EstimateAccepted(MeterMonthId month, int estimate, List<EstimatedQuantity> quantities, PersonId by)
            implements MeterMonthEvent {}

    /** A person took it back; {@code stood} tells whether these figures had counted. */
    record EstimateWithdrawn(
            MeterMonthId month,
            int estimate,
            boolean stood,
            List<EstimatedQuantity> quantities,
            String reason,
            PersonId by)
            implements MeterMonthEvent {}

    /** What an actual reading put in an estimate's place; signed kWh. */
    record SupersededEstimate(int estimate, Instant start, Energy estimated, Energy actual, Energy difference) {}

    /** The actual readings of estimated intervals have come, in the recording just before: their estimates are no more. */
    record ActualReceived(
            MeterMonthId month, GasDay day, List<SupersededEstimate> superseded, Source source, PersonId by)
            implements MeterMonthEvent {}
}
