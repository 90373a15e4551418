package io.tallybook.query;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthEvent.ActualReceived;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateBasis;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWeight;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.SupersededEstimate;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Estimates of a daily point's month, event by event; each interval 100 kWh unless it says else. */
record Estimated(Sample sample, MeterMonthId month) {
    static final PersonId MARA = new PersonId("mara");
    static final PersonId CAROL = new PersonId("carol");
    private static final Energy LIMIT = Energy.ofKwh(250);

    static Estimated of(Sample sample, PointId point, AccountingPeriod period) {
        return new Estimated(sample, MeterMonthId.of(point, period));
    }

    GasDay day(int ofMonth) {
        return month.period().firstDay().plusDays(ofMonth - 1);
    }

    EstimatedQuantity figure(int ofMonth, long kwh) {
        return new EstimatedQuantity(Sample.GAS_DAY.start(day(ofMonth)), Energy.ofKwh(kwh), 1);
    }

    /** Up to 250 kWh resting on one person stand at once. */
    Estimated gap(int number, long alone, int... days) {
        List<EstimatedQuantity> figures =
                IntStream.of(days).mapToObj(day -> figure(day, 100)).toList();
        return told(new GapEstimated(
                month,
                number,
                Sample.RULE,
                EstimateMethod.LAST_GOOD,
                figures,
                new EstimateBasis(1, Energy.ofKwh(100), List.of()),
                new EstimateWeight(Energy.ofKwh(alone), LIMIT),
                "meter out",
                MARA));
    }

    Estimated accepted(int number, int... days) {
        return told(new EstimateAccepted(month, number, figures(days), CAROL));
    }

    Estimated withdrawn(int number, boolean stood, int... days) {
        return told(new EstimateWithdrawn(month, number, stood, figures(days), "better known", CAROL));
    }

    private List<EstimatedQuantity> figures(int... days) {
        return IntStream.of(days).mapToObj(day -> figure(day, 100)).toList();
    }

    Estimated recorded(int ofMonth, long kwh, int version, @Nullable Energy previous) {
        Quantity quantity = new Quantity(
                Sample.GAS_DAY.start(day(ofMonth)), Energy.ofKwh(kwh), Direction.RECEIPT, "GOOD", ofMonth, null);
        return told(new QuantitiesRecorded(
                month,
                day(ofMonth),
                Sample.RULE,
                List.of(new RecordedQuantity(quantity, version, previous)),
                sample.first,
                Sample.ANN));
    }

    Estimated superseded(int number, int ofMonth, long actual) {
        return told(new ActualReceived(
                month,
                day(ofMonth),
                List.of(new SupersededEstimate(
                        number,
                        Sample.GAS_DAY.start(day(ofMonth)),
                        Energy.ofKwh(100),
                        Energy.ofKwh(actual),
                        Energy.ofKwh(actual - 100))),
                sample.first,
                Sample.ANN));
    }

    private Estimated told(io.tallybook.messages.Event event) {
        sample.told.by(month, event);
        return this;
    }
}
