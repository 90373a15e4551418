package io.tallybook.command;

import java.util.List;

/** Every aggregate of the house, for the wiring: what is not named here takes no orders. */
public final class Aggregates {
    public static final List<Class<?>> ALL = List.of();

    private Aggregates() {}
}
