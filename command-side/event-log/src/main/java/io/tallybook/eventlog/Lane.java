package io.tallybook.eventlog;

/** Whose pool carries a command; people's is never shared, so that an import cannot make a person wait. */
public enum Lane {
    PEOPLE,
    PROCESS,
    IMPORT
}
