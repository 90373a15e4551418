package io.tallybook.ui.deadletter;

import io.tallybook.query.Page;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.List;

/** Dead letters as a table, on their own page and on their import's. */
public final class DeadLetterTables {
    private static final List<Column> COLUMNS = List.of(
            Column.text("source"),
            Column.figure("line", Kind.COUNT, null),
            Column.of("state", Kind.STATE),
            Column.text("category"),
            Column.text("reason"),
            Column.text("pointMonth"),
            Column.of("start", Kind.TIME),
            Column.of("received", Kind.TIME));

    private DeadLetterTables() {}

    public static Table table(String id, Page<DeadLetterView> page, Screen screen) {
        return screen.table(
                        id,
                        COLUMNS,
                        page.rows().stream().map(d -> row(d, screen)).toList())
                .onward(screen.onward(page.next()));
    }

    private static Row row(DeadLetterView d, Screen screen) {
        return Row.of(
                d.deadLetter().value(),
                Cell.of(d.source().name()).to(Ways.deadLetter(d.deadLetter())),
                Cell.of(d.line()),
                Cell.of(state(d.status())),
                Cell.of(screen.figures().word("category." + d.category())),
                Cell.of(d.reason()).marked("wrap"),
                d.month() == null ? Cell.ABSENT : Cell.of(d.month().value()).to(Ways.meterMonth(d.month())),
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
