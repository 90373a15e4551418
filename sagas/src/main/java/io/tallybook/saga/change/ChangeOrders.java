package io.tallybook.saga.change;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Reads what an approved change orders. The same content gives the same orders, but for their time. */
@FunctionalInterface
public interface ChangeOrders {
    /**
     * The orders of every row, row after row.
     *
     * @param content of the change, in the object directory
     * @param by who proposed it: the author of what it changes
     * @throws IOException when the object directory cannot be read
     */
    List<RowOrders> of(Sha256 content, PersonId by, Instant at) throws IOException;

    /**
     * One row.
     *
     * @param line as the change counts its rows, from 1
     * @param orders given one after the other; the first that is refused ends the row
     */
    record RowOrders(String sheet, int line, String what, List<Command> orders) {
        public RowOrders {
            orders = List.copyOf(orders);
        }
    }
}
