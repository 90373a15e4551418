package io.tallybook.ui.deadletter;

import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.Page;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dead letters as a table, on their own page and on their import's. */
@Component
public class DeadLetterTables {
    private static final List<Column> COLUMNS = List.of(
            Column.text("source"),
            Column.figure("line", Kind.COUNT, null),
            Column.of("state", Kind.STATE),
            Column.text("category"),
            Column.text("reason"),
            Column.text("pointMonth"),
            Column.of("start", Kind.TIME),
            Column.of("received", Kind.TIME));

    private final NetworkQueries networks;

    DeadLetterTables(NetworkQueries networks) {
        this.networks = networks;
    }

    public Table table(String id, Page<DeadLetterView> page, Screen screen) {
        Map<MeterMonthId, String> names = new HashMap<>();
        return screen.table(
                        id,
                        COLUMNS,
                        page.rows().stream()
                                .map(d -> row(d, month(d.month(), names, screen.figures()), screen))
                                .toList())
                .onward(screen.onward(page.next()));
    }

    private Cell month(@Nullable MeterMonthId month, Map<MeterMonthId, String> names, Figures words) {
        return month == null
                ? Cell.ABSENT
                : Cell.of(names.computeIfAbsent(month, m -> name(m, words))).to(Ways.meterMonth(month));
    }

    /** The point by its name, and the month. */
    String name(MeterMonthId month, Figures words) {
        String point = networks.point(month.point())
                .map(PointView::name)
                .orElse(month.point().value());
        return words.word("point.month", point, month.period());
    }

    private static Row row(DeadLetterView d, Cell month, Screen screen) {
        return Row.of(
                d.deadLetter().value(),
                Cell.of(d.source().name()).to(Ways.deadLetter(d.deadLetter())),
                Cell.of(d.line()),
                Cell.of(state(d.status())),
                Cell.of(screen.figures().word("category." + d.category())),
                Cell.of(d.reason()).marked("wrap"),
                month,
                Cell.of(d.start()),
                Cell.of(d.receivedAt()));
    }

    static State state(DeadLetterStatus status) {
        String key = "deadletter.status." + status;
        return switch (status) {
            case OPEN -> State.blocked(key);
            case EXCLUDED -> State.revoked(key);
            case REPLACED -> State.done(key);
        };
    }
}
