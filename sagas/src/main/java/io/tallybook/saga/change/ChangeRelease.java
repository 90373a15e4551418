package io.tallybook.saga.change;

import io.tallybook.messages.change.ChangeCommand.CompleteChange;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.saga.change.ChangeOrders.RowOrders;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Gives the orders of an approved change, sheet after sheet, and tells the change what a rule refused. */
@DisallowReplay
@ProcessingGroup(ChangeRelease.PROCESSOR)
class ChangeRelease {
    static final String PROCESSOR = "relay-changes";

    private static final String NAME = "configuration-change";
    private final ChangeOrders contents;
    private final Orders orders;

    ChangeRelease(ChangeOrders contents, Orders orders) {
        this.contents = contents;
        this.orders = orders;
    }

    @EventHandler
    void on(ChangeApproved e, EventMessage<?> message) throws IOException {
        Errand errand = orders.because(message, NAME);
        List<RowOrders> rows = contents.of(e.content(), e.proposer(), errand.at());
        List<RefusedRow> refused = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int until = from;
            while (until < rows.size()
                    && rows.get(until).sheet().equals(rows.get(from).sheet())) {
                until++;
            }
            refused.addAll(release(rows.subList(from, until), errand));
            from = until;
        }
        errand.give(new CompleteChange(
                e.change(), rows.size() - refused.size(), refused.size(), List.copyOf(refused), errand.at()));
    }

    /** Rows of one sheet do not need each other but in their own order: the n-th orders of all go together. */
    private static List<RefusedRow> release(List<RowOrders> rows, Errand errand) {
        List<RefusedRow> refused = new ArrayList<>();
        List<RowOrders> waiting = rows;
        for (int step = 0; !waiting.isEmpty(); step++) {
            int next = step;
            List<RowOrders> due =
                    waiting.stream().filter(row -> row.orders().size() > next).toList();
            List<String> no =
                    errand.tell(due.stream().map(row -> row.orders().get(next)).toList());
            List<RowOrders> taken = new ArrayList<>();
            for (int i = 0; i < due.size(); i++) {
                RowOrders row = due.get(i);
                if (no.get(i).isEmpty()) {
                    taken.add(row);
                } else {
                    refused.add(new RefusedRow(row.sheet(), row.line(), row.what(), no.get(i)));
                }
            }
            waiting = taken;
        }
        return refused;
    }
}
