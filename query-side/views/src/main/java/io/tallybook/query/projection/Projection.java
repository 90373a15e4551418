package io.tallybook.query.projection;

import io.tallybook.messages.Event;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Table;

/**
 * Turns events into rows of tables that it owns alone. It holds no state: each batch of events is one transaction, begun with
 * the tables to write to, so that the same code fills the live tables and those of a rebuild.
 *
 * @param feature its package; the processing group is {@code view-<feature>}
 * @param families the sealed families of events it listens to
 * @param tables the tables it owns
 */
public record Projection(
        String feature,
        List<Class<? extends Event>> families,
        List<Table<?>> tables,
        Function<DSLContext, Batch> begin) {

    /** The name of its processor. */
    public String processor() {
        return "view-" + feature;
    }

    public boolean listensTo(Class<?> type) {
        return families.stream().anyMatch(family -> family.isAssignableFrom(type));
    }

    /** The events of one transaction, in the order of the log. */
    public interface Batch {
        void on(Event event, At at);

        /** The last event has come: whatever was held back is written now. */
        default void end() {}
    }
}
