package io.tallybook.ui.metering;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.query.metering.EstimateState;
import io.tallybook.query.metering.EstimateView;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeterMonthState;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a point's page shows of estimates: the form for what is missing, what waits for a second person, and all there were. */
@Component
class EstimatePanel {
    private final MeteringQueries metering;
    private final EstimateOrders orders;

    EstimatePanel(MeteringQueries metering, EstimateOrders orders) {
        this.metering = metering;
        this.orders = orders;
    }

    /**
     * What the panel shows.
     *
     * @param path of the month's page
     * @param days gas days on which something is missing and not estimated
     * @param open estimates that wait or stand, and may be withdrawn
     * @param self the person who looks
     */
    public record Panel(
            String path,
            List<GasDay> days,
            EstimateMethod[] methods,
            List<EstimateView> open,
            boolean mayEstimate,
            boolean mayAccept,
            PersonId self,
            Function<@Nullable PersonId, String> names) {
        public boolean mayAcceptThis(EstimateView estimate) {
            return mayAccept && estimate.waits() && !estimate.by().equals(self);
        }

        public boolean mayWithdraw() {
            return mayEstimate || mayAccept;
        }
    }

    Panel of(MeterMonthView month, Account account, Function<@Nullable PersonId, String> names) {
        boolean open = month.state() == MeterMonthState.OPEN;
        return new Panel(
                Ways.meterMonth(month.month()),
                open ? orders.daysToEstimate(month.month()) : List.of(),
                EstimateMethod.values(),
                open
                        ? metering.estimates(month.month()).stream()
                                .filter(EstimateView::open)
                                .toList()
                        : List.of(),
                account.is(Role.ACCOUNTANT) || account.is(Role.ENGINEER),
                account.is(Role.APPROVER),
                account.person(),
                names);
    }

    static Table estimates(List<EstimateView> estimates, Screen screen, Function<@Nullable PersonId, String> names) {
        return screen.table(
                "estimates",
                List.of(
                        Column.figure("estimate", Kind.COUNT, null),
                        Column.of("state", Kind.STATE),
                        Column.text("method"),
                        Column.count("intervals"),
                        Column.count("remaining"),
                        Column.figure("signed", Kind.ENERGY, "kWh"),
                        Column.figure("inputs", Kind.COUNT, null),
                        Column.figure("alone", Kind.ENERGY, "kWh"),
                        Column.figure("limit", Kind.ENERGY, "kWh"),
                        Column.text("reason"),
                        Column.text("by"),
                        Column.of("at", Kind.TIME),
                        Column.text("decidedBy"),
                        Column.figure("position", Kind.COUNT, null)),
                estimates.stream()
                        .map(e -> Row.of(
                                String.valueOf(e.number()),
                                Cell.of(e.number()),
                                Cell.of(state(e.state())),
                                Cell.of(screen.figures().word("estimate.method." + e.method())),
                                Cell.of(e.intervals()),
                                Cell.of(e.remaining()),
                                Cell.of(e.energy()),
                                Cell.of(e.inputs()),
                                Cell.of(e.alone()),
                                Cell.of(e.limit()),
                                Cell.of(e.reason()).marked("wrap"),
                                Cell.of(names.apply(e.by())).marked("short"),
                                Cell.of(e.at()),
                                e.decidedBy() == null
                                        ? Cell.ABSENT
                                        : Cell.of(names.apply(e.decidedBy())).marked("short"),
                                Cell.of(e.position()).to(Ways.event(e.position()))))
                        .toList());
    }

    static Table intervals(
            List<EstimatedIntervalView> intervals, Screen screen, Function<@Nullable PersonId, String> names) {
        return screen.table(
                "estimated-intervals",
                List.of(
                        Column.of("start", Kind.TIME),
                        Column.of("state", Kind.STATE),
                        Column.figure("signed", Kind.ENERGY, "kWh"),
                        Column.kwh("effective"),
                        Column.figure("actual", Kind.ENERGY, "kWh"),
                        Column.text("method"),
                        Column.text("reason"),
                        Column.text("by"),
                        Column.text("acceptedBy"),
                        Column.figure("version", Kind.COUNT, null),
                        Column.figure("position", Kind.COUNT, null)),
                intervals.stream()
                        .map(e -> Row.of(
                                e.estimate() + "|" + e.start(),
                                Cell.of(e.start()),
                                Cell.of(state(e.state())),
                                Cell.of(e.figure()).marked("estimated"),
                                e.state() == EstimateState.STANDING
                                        ? Cell.of(e.figure()).marked("estimated")
                                        : Cell.ABSENT,
                                Cell.of(e.actual()),
                                Cell.of(screen.figures().word("estimate.method." + e.method())),
                                Cell.of(e.reason()).marked("wrap"),
                                Cell.of(names.apply(e.by())).marked("short"),
                                e.acceptedBy() == null
                                        ? Cell.ABSENT
                                        : Cell.of(names.apply(e.acceptedBy())).marked("short"),
                                Cell.of(e.version()),
                                Cell.of(e.position()).to(Ways.event(e.position()))))
                        .toList());
    }

    private static State state(EstimateState state) {
        String key = "estimate.state." + state;
        return switch (state) {
            case WAITING -> State.waiting(key);
            case STANDING -> State.done(key);
            case SUPERSEDED, WITHDRAWN -> State.revoked(key);
        };
    }
}
