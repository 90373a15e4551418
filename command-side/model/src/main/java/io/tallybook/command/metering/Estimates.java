package io.tallybook.command.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthCommand.AcceptEstimate;
import io.tallybook.messages.metering.MeterMonthCommand.EstimateGap;
import io.tallybook.messages.metering.MeterMonthCommand.WithdrawEstimate;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWeight;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.SupersededEstimate;
import io.tallybook.messages.metering.MeterMonthId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The estimates of a month that are left: what was not withdrawn and no actual reading has superseded. */
final class Estimates {
    /** Intervals of one order, so that its event fits; a week of hours has 169. */
    static final int MOST = 256;

    private static final int LONGEST_REASON = 2_000;

    private final Map<Integer, Estimate> left = new TreeMap<>();
    private int latest;

    /** One of them: what was said, for which intervals it still holds, and who made it stand. */
    private record Estimate(
            GapEstimated said,
            Set<Instant> starts,
            @Nullable PersonId acceptedBy) {
        boolean waits() {
            return said.weight().material() && acceptedBy == null;
        }

        boolean restsOnOne() {
            return !said.weight().material();
        }

        List<EstimatedQuantity> quantities() {
            return said.quantities().stream()
                    .filter(each -> starts.contains(each.start()))
                    .toList();
        }

        Estimate without(Set<Instant> gone) {
            Set<Instant> rest = new HashSet<>(starts);
            rest.removeAll(gone);
            return new Estimate(said, rest, acceptedBy);
        }
    }

    GapEstimated estimated(EstimateGap order, Readings readings) {
        checkReason(order.reason());
        Invalid.unless(
                (order.method() == EstimateMethod.STATED) == (order.stated() != null),
                "a stated figure goes with the method STATED, and only with it");
        Invalid.unless(
                !order.starts().isEmpty() && order.starts().size() <= MOST,
                "an estimate is for 1 to " + MOST + " intervals");
        Admission.checkSameIntervals(order.rule(), readings.rule());
        Expected expected = new Expected(order.month().period(), order.rule());
        List<Instant> starts = List.copyOf(new TreeSet<>(order.starts()));
        checkMissing(starts, expected, readings);
        Instant last =
                order.rule().interval().end(starts.getLast(), order.rule().gasDay());
        Refused.when(
                last.isAfter(order.at()),
                "interval-not-over",
                "The interval is not over yet: nothing is missing.",
                Map.of("end", last.toString()));
        Reckoning reckoning = new Reckoning(order, expected, readings);
        List<EstimatedQuantity> quantities = reckoning.of(starts);
        return new GapEstimated(
                order.month(),
                latest + 1,
                order.rule(),
                order.method(),
                quantities,
                reckoning.basis(),
                new EstimateWeight(
                        restingOnOne().plus(energy(quantities)), order.limit().of(reckoning.measured())),
                order.reason().strip(),
                order.by());
    }

    private void checkMissing(List<Instant> starts, Expected expected, Readings readings) {
        Set<Instant> known = new HashSet<>(expected.starts());
        for (Instant start : starts) {
            Map<String, String> evidence = Map.of("start", start.toString());
            Refused.when(
                    !known.contains(start),
                    "interval-not-expected",
                    "No interval of the month the point is in force in begins then.",
                    evidence);
            Refused.when(
                    readings.has(start),
                    "interval-has-a-figure",
                    "The interval has a figure: only a missing one is estimated.",
                    evidence);
            Refused.when(
                    left.values().stream().anyMatch(each -> each.starts().contains(start)),
                    "estimate-waits",
                    "An estimate of the interval waits to be accepted: withdraw it first.",
                    evidence);
        }
    }

    /** Accepted already is no news. */
    Optional<EstimateAccepted> accepted(AcceptEstimate order) {
        Estimate of = find(order.month(), order.estimate());
        if (!of.waits()) {
            return Optional.empty();
        }
        Refused.when(
                of.said().by().equals(order.by()),
                "estimator-may-not-accept",
                "You made the estimate; somebody else accepts it.");
        return Optional.of(new EstimateAccepted(order.month(), order.estimate(), of.quantities(), order.by()));
    }

    EstimateWithdrawn withdrawn(WithdrawEstimate order) {
        checkReason(order.reason());
        Estimate of = find(order.month(), order.estimate());
        return new EstimateWithdrawn(
                order.month(),
                order.estimate(),
                !of.waits(),
                of.quantities(),
                order.reason().strip(),
                order.by());
    }

    private Estimate find(MeterMonthId month, int number) {
        Refused.when(
                number >= 1 && number <= latest && !left.containsKey(number),
                "estimate-is-gone",
                "The estimate was withdrawn, or actual readings have superseded it.");
        return Refused.unlessFound(left.get(number), "estimate " + number + " of " + month);
    }

    /** What of the recording takes an estimate's place. */
    Optional<ActualReceived> supersededBy(QuantitiesRecorded news) {
        List<SupersededEstimate> superseded = news.quantities().stream()
                .flatMap(recorded -> at(recorded.quantity().start()).stream()
                        .map(of -> superseded(
                                of,
                                recorded.quantity().start(),
                                recorded.quantity().signed())))
                .toList();
        return superseded.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActualReceived(news.month(), news.day(), superseded, news.source(), news.by()));
    }

    private Optional<Estimate> at(Instant start) {
        return left.values().stream()
                .filter(each -> each.starts().contains(start))
                .findFirst();
    }

    private static SupersededEstimate superseded(Estimate of, Instant start, Energy actual) {
        Energy estimated = of.quantities().stream()
                .filter(each -> each.start().equals(start))
                .map(EstimatedQuantity::figure)
                .findFirst()
                .orElseThrow();
        return new SupersededEstimate(of.said().estimate(), start, estimated, actual, actual.minus(estimated));
    }

    /** Who made estimates that stand; who accepted one has decided, not contributed. */
    List<PersonId> contributors() {
        return left.values().stream()
                .filter(each -> !each.waits())
                .map(each -> each.said().by())
                .distinct()
                .toList();
    }

    private Energy restingOnOne() {
        return left.values().stream()
                .filter(Estimate::restsOnOne)
                .map(each -> energy(each.quantities()))
                .reduce(Energy.ZERO, Energy::plus);
    }

    private static Energy energy(List<EstimatedQuantity> quantities) {
        return quantities.stream().map(each -> each.figure().abs()).reduce(Energy.ZERO, Energy::plus);
    }

    private static void checkReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    /** What of the estimate stands at once. */
    static List<EstimatedQuantity> standing(GapEstimated event) {
        return event.weight().material() ? List.of() : event.quantities();
    }

    void remember(GapEstimated event) {
        latest = event.estimate();
        Set<Instant> starts = new HashSet<>();
        event.quantities().forEach(each -> starts.add(each.start()));
        left.put(event.estimate(), new Estimate(event, starts, null));
    }

    /** @return what was said and now stands */
    GapEstimated remember(EstimateAccepted event) {
        Estimate of = Objects.requireNonNull(left.get(event.estimate()), "an accepted estimate was made before");
        left.put(event.estimate(), new Estimate(of.said(), of.starts(), event.by()));
        return of.said();
    }

    void forget(EstimateWithdrawn event) {
        left.remove(event.estimate());
    }

    void forget(ActualReceived event) {
        Set<Instant> gone = new HashSet<>();
        event.superseded().forEach(each -> gone.add(each.start()));
        left.replaceAll((number, of) -> of.without(gone));
        left.values().removeIf(of -> of.starts().isEmpty());
    }
}
