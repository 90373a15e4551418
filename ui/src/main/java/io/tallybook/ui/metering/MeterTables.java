package io.tallybook.ui.metering;

import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.MeterMonthState;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.QuantityRecordView;
import io.tallybook.query.metering.RecordStanding;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of what was measured. */
final class MeterTables {
    private MeterTables() {}

    static Table months(List<MeterMonthView> months, Screen screen) {
        return screen.table(
                "months-of-points",
                List.of(
                        Column.text("point"),
                        Column.of("state", Kind.STATE),
                        Column.count("expected"),
                        Column.count("recorded"),
                        Column.count("missing"),
                        Column.count("estimated"),
                        Column.count("openDeadLetters"),
                        Column.count("late"),
                        Column.kwh("receipt"),
                        Column.kwh("delivery"),
                        Column.text("interval"),
                        Column.text("role")),
                months.stream().map(m -> month(m, screen)).toList());
    }

    private static Row month(MeterMonthView m, Screen screen) {
        return Row.of(
                m.month().value(),
                Cell.of(m.pointName()).to(Ways.meterMonth(m.month())),
                Cell.of(state(m)),
                Cell.of(m.expected()),
                Cell.of(m.recorded()),
                Cell.of(m.missing()).marked(m.missing() > 0 ? "out" : null),
                Cell.of(m.estimated()),
                Cell.of(m.openDeadLetters())
                        .to(m.openDeadLetters() > 0 ? Ways.deadLetters(m.month()) : null)
                        .marked(m.openDeadLetters() > 0 ? "out" : null),
                Cell.of(m.late()),
                Cell.of(m.receipt()).marked(m.estimated() > 0 ? "estimated" : null),
                Cell.of(m.delivery()).marked(m.estimated() > 0 ? "estimated" : null),
                Cell.of(screen.figures().word("interval." + m.interval())),
                Cell.of(screen.figures().word("point.role." + m.role())));
    }

    private static State state(MeterMonthView m) {
        if (m.state() == MeterMonthState.CLOSED) {
            return State.locked("meter.state.CLOSED");
        }
        if (m.state() == MeterMonthState.FROZEN) {
            return m.late() > 0 ? State.late("meter.state.FROZEN_LATE") : State.done("meter.state.FROZEN");
        }
        if (m.openDeadLetters() > 0) {
            return State.blocked("meter.state.rejected");
        }
        if (m.estimatesWaiting() > 0) {
            return State.waiting("meter.state.estimated");
        }
        return m.missing() > 0 ? State.waiting("meter.state.incomplete") : State.waiting("meter.state.OPEN");
    }

    static Table days(MeterMonthView month, List<DayTotalView> days, Screen screen) {
        return screen.table(
                "point-days",
                List.of(
                        Column.of("day", Kind.DAY),
                        Column.kwh("receipt"),
                        Column.kwh("delivery"),
                        Column.count("expected"),
                        Column.count("recorded"),
                        Column.count("estimated"),
                        Column.count("versions"),
                        Column.count("late"),
                        Column.figure("position", Kind.COUNT, null)),
                days.stream().map(d -> day(month, d)).toList());
    }

    private static Row day(MeterMonthView month, DayTotalView d) {
        boolean empty = d.recorded() == 0;
        String mark = d.estimated() > 0 ? "estimated" : null;
        String down = Ways.meterDay(month.month().point(), d.total().day());
        return Row.of(
                d.total().day().value(),
                Cell.of(d.total().day()).to(down),
                empty ? Cell.ABSENT : Cell.of(d.total().receipt()).marked(mark),
                empty ? Cell.ABSENT : Cell.of(d.total().delivery()).marked(mark),
                Cell.of(d.expected()),
                Cell.of(d.recorded()).marked(d.recorded() < d.expected() ? "out" : null),
                Cell.of(d.estimated()),
                Cell.of(d.versions()),
                Cell.of(d.late()),
                d.position() > 0 ? Cell.of(d.position()).to(Ways.event(d.position())) : Cell.ABSENT);
    }

    static Table missing(List<Instant> starts, Screen screen) {
        return screen.table(
                "missing",
                List.of(Column.of("start", Kind.TIME)),
                starts.stream().map(s -> Row.of(s.toString(), Cell.of(s))).toList());
    }

    static Table records(List<QuantityRecordView> records, Screen screen, Function<@Nullable PersonId, String> names) {
        return screen.table(
                "records",
                List.of(
                        Column.of("start", Kind.TIME),
                        Column.figure("version", Kind.COUNT, null),
                        Column.of("standing", Kind.STATE),
                        Column.figure("signed", Kind.ENERGY, "kWh"),
                        Column.kwh("effective"),
                        Column.figure("previous", Kind.ENERGY, "kWh"),
                        Column.text("quality"),
                        Column.text("source"),
                        Column.figure("line", Kind.COUNT, null),
                        Column.of("recordedAt", Kind.TIME),
                        Column.text("by"),
                        Column.figure("position", Kind.COUNT, null)),
                records.stream().map(r -> record(r, names)).toList());
    }

    private static Row record(QuantityRecordView r, Function<@Nullable PersonId, String> names) {
        String raw = Ways.record(r.position(), r.quantity().line());
        Energy signed = r.quantity().signed();
        return Row.of(
                r.eventId() + "|" + r.start(),
                Cell.of(r.start()).to(raw),
                r.version() > 0 ? Cell.of(r.version()) : Cell.ABSENT,
                Cell.of(standing(r.standing())),
                Cell.of(signed).to(raw),
                r.standing() == RecordStanding.EFFECTIVE ? Cell.of(signed) : Cell.ABSENT,
                Cell.of(r.previous()),
                Cell.of(r.quantity().quality().toLowerCase(Locale.ROOT).replace('_', ' ')),
                Cell.of(r.source().name()).to(Ways.imported(r.source().importId())),
                Cell.of(r.quantity().line()),
                Cell.of(r.recordedAt()),
                Cell.of(names.apply(r.by())).marked("short"),
                Cell.of(r.position()).to(Ways.event(r.position())));
    }

    private static State standing(RecordStanding standing) {
        String key = "record.standing." + standing;
        return switch (standing) {
            case EFFECTIVE -> State.done(key);
            case REPLACED -> State.revoked(key);
            case LATE_FROZEN -> State.late(key);
            case LATE_CLOSED -> State.locked(key);
        };
    }
}
