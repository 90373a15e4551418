package io.tallybook.eventlog;

import java.util.List;

/** The aggregates of the application; the wiring provides one as a bean and every class in it is registered. */
public record AggregateClasses(List<Class<?>> types) {
    public AggregateClasses {
        types = List.copyOf(types);
    }
}
