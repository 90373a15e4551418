package io.tallybook.command.metering;

import io.tallybook.command.Story;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.PointRule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A point's months for the tests: gas day 06:00 Europe/Copenhagen. */
record Months(PointRule rule, AccountingPeriod period) {
    static final CloseId CLOSE = new CloseId("dk/2024-10");
    static final AreaId AREA = new AreaId("dk");
    static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    static final AccountingPeriod MARCH = new AccountingPeriod("2024-03");
    static final GasDayRule COPENHAGEN = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    static final Source FIRST = source("first");
    static final Source SECOND = source("second");

    static Months daily() {
        return of(MeasuringInterval.GAS_DAY, OCTOBER);
    }

    static Months hourly(AccountingPeriod period) {
        return of(MeasuringInterval.HOUR, period);
    }

    static Months of(MeasuringInterval interval, AccountingPeriod period) {
        return new Months(new PointRule(COPENHAGEN, interval, new GasDay("2019-01-01"), 1), period);
    }

    MeterMonthId id() {
        return MeterMonthId.of(new PointId("ellund"), period);
    }

    /** The starts of the gas day's intervals, counted by hand: on the local clock's real hours. */
    List<Instant> starts(GasDay day) {
        List<Instant> starts = new ArrayList<>();
        Instant end = COPENHAGEN.end(day);
        for (Instant at = COPENHAGEN.start(day);
                at.isBefore(end);
                at = rule.interval().end(at, COPENHAGEN)) {
            starts.add(at);
        }
        return starts;
    }

    static GasDay day(int dayOfOctober) {
        return OCTOBER.firstDay().plusDays(dayOfOctober - 1);
    }

    static Instant start(int dayOfOctober) {
        return COPENHAGEN.start(day(dayOfOctober));
    }

    static Quantity quantity(Instant start, long kwh) {
        return new Quantity(start, Energy.ofKwh(kwh), Direction.RECEIPT, "GOOD", 1, null);
    }

    static Quantity quantity(int dayOfOctober, long kwh) {
        return quantity(start(dayOfOctober), kwh);
    }

    RecordQuantities record(GasDay day, Source source, PersonId by, List<Quantity> quantities) {
        return new RecordQuantities(id(), day, rule, quantities, source, by, Story.AT);
    }

    /** A daily record of October from that source. */
    RecordQuantities record(int dayOfOctober, long kwh, Source source) {
        return record(day(dayOfOctober), source, Story.ACCOUNTANT, List.of(quantity(dayOfOctober, kwh)));
    }

    /** Every interval of a gas day at that figure. */
    RecordQuantities full(GasDay day, long kwh) {
        return record(
                day,
                FIRST,
                Story.ACCOUNTANT,
                starts(day).stream().map(start -> quantity(start, kwh)).toList());
    }

    Story.Given empty() {
        return Story.of(MeterMonth.class).given();
    }

    /** Every interval at 100 kWh. */
    Story.Given complete() {
        Story.Given story = empty();
        for (GasDay day : period.days()) {
            story = story.and(full(day, 100));
        }
        return story;
    }

    Story.Given frozen() {
        return complete().and(freeze(1));
    }

    Story.Given closed() {
        return frozen().and(close());
    }

    FreezeMeterMonth freeze(int attempt) {
        return new FreezeMeterMonth(id(), CLOSE, attempt, AREA, 3, rule, Story.AT);
    }

    ThawMeterMonth thaw(int attempt) {
        return new ThawMeterMonth(id(), CLOSE, attempt, Story.AT);
    }

    CloseMeterMonth close() {
        return new CloseMeterMonth(id(), CLOSE, Story.AT);
    }

    static Source source(String name) {
        return new Source(new ImportId("import-" + name), Sha256.of(name), name + ".json");
    }

    static DeadLetterId deadLetter(Source source, int line) {
        return new DeadLetterId(source.file().brief() + "/" + line);
    }
}
