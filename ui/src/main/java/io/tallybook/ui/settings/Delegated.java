package io.tallybook.ui.settings;

import io.tallybook.messages.PersonId;
import io.tallybook.ui.access.LentRights;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lent approval rights as a table. */
final class Delegated {
    private static final List<Column> COLUMNS = List.of(
            Column.text("delegation"),
            Column.text("group"),
            Column.text("right-of"),
            Column.text("lent-to"),
            Column.of("state", Kind.STATE),
            Column.of("lent-from", Kind.TIME),
            Column.of("lent-until", Kind.TIME),
            Column.text("reason"));

    private Delegated() {}

    static Table table(List<LentRights.Delegation> all, Function<@Nullable PersonId, String> names, Screen screen) {
        return screen.table(
                "delegations",
                COLUMNS,
                all.stream().map(each -> row(each, names)).toList());
    }

    private static Row row(LentRights.Delegation each, Function<@Nullable PersonId, String> names) {
        return Row.of(
                each.group().value() + "-" + each.number(),
                Cell.of(String.valueOf(each.number())),
                Cell.of(each.group().value()),
                Cell.of(names.apply(each.of())),
                Cell.of(names.apply(each.delegate())),
                Cell.of(state(each)),
                Cell.of(each.from()),
                Cell.of(each.until()),
                Cell.of(each.revoked() == null ? each.reason() : each.reason() + " – " + each.revoked()));
    }

    private static State state(LentRights.Delegation each) {
        if (each.revoked() != null) {
            return State.revoked("delegation.revoked");
        }
        return each.inForce() ? State.done("delegation.inForce") : State.waiting("delegation.notInForce");
    }
}
