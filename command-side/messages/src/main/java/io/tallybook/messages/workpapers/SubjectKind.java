package io.tallybook.messages.workpapers;

import java.util.Locale;

/** What a note may be about, and of which parts its reference is made, each after a slash. */
public enum SubjectKind {
    /** A step of the checklist: {@code task:BALANCE}. */
    TASK("step"),
    /** What a contract moved at a point: {@code statement-line:shipper/contract/point/RECEIPT}, every month anew. */
    STATEMENT_LINE("shipper", "contract", "point", "direction"),
    /** The shares of a point's gas day: {@code allocation-day:point/2024-10-04/DELIVERY}. */
    ALLOCATION_DAY("point", "day", "direction"),
    /** A line of a month's journal by its number: {@code journal-line:2024-10/3}. */
    JOURNAL_LINE("month", "line"),
    /** An area's balance of a gas day: {@code balance-day:area/2024-10-04}. */
    BALANCE_DAY("area", "day"),
    /** A line of the review of variances: {@code variance-line:contract/point/RECEIPT}, every month anew. */
    VARIANCE_LINE("contract", "point", "direction"),
    /** What a point measured on a gas day: {@code point-day:point/2024-10-04}. */
    POINT_DAY("point", "day"),
    /** {@code dead-letter:} and its id, slashes and all. */
    DEAD_LETTER("dead letter");

    private final String[] parts;

    SubjectKind(String... parts) {
        this.parts = parts;
    }

    String part(int number) {
        return parts[number];
    }

    int parts() {
        return parts.length;
    }

    /** As it begins a reference: {@code balance-day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
