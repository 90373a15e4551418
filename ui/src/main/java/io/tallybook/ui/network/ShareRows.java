package io.tallybook.ui.network;

import io.tallybook.messages.contract.PointShare;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.network.PointView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.util.List;

/** Who shares what a point moves, and by what. */
final class ShareRows {
    private ShareRows() {}

    /** By the newest terms of every contract. */
    static Table of(PointView view, List<ContractView> contracts, Screen screen) {
        return screen.table(
                "point-shares",
                List.of(
                        Column.text("contract"),
                        Column.text("shipper"),
                        Column.text("direction"),
                        Column.text("method"),
                        Column.figure("share", Kind.SHARE, null)),
                contracts.stream()
                        .flatMap(c -> c.terms().getLast().terms().shares().stream()
                                .filter(s -> s.point().equals(view.point()))
                                .map(s -> Row.of(
                                        c.contract() + "|" + s.direction(),
                                        Cell.of(c.contract().value()).to(Ways.contract(c.contract())),
                                        Cell.of(c.shipperName()),
                                        Cell.of(screen.figures().word("direction." + s.direction())),
                                        Cell.of(screen.figures().word("method." + s.method())),
                                        share(s))))
                        .toList());
    }

    /** Absent where the method does not look at it. */
    static Cell share(PointShare share) {
        return share.rule() == null ? Cell.of(share.share().value()) : Cell.ABSENT;
    }
}
