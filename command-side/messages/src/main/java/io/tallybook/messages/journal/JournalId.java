package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.close.CloseId;

/** A journal batch, which is its ERP document key too: {@code group/2024-10/CLOSE/1} (close, type, sequence). */
public record JournalId(String value) {
    public JournalId {
        Invalid.unless(
                value.matches("[a-z0-9][a-z0-9.-]{0,63}/[0-9]{4}-[0-9]{2}/[A-Z]{1,16}/[1-9][0-9]{0,5}"),
                "a journal is written group/2024-10/CLOSE/1, was '" + value + "'");
    }

    /** What a close's own journal has behind the close. */
    public static final String CLOSE_SUFFIX = "/CLOSE/1";

    private static final String ADJUSTMENTS = "PPA";
    private static final String ACCRUALS = "FLASH";

    /** The close's own journal. */
    public static JournalId ofClose(CloseId close) {
        return new JournalId(close.value() + CLOSE_SUFFIX);
    }

    /** The n-th journal of adjustments booked in the close's period. */
    public static JournalId ofAdjustments(CloseId open, int number) {
        return new JournalId(open.value() + "/" + ADJUSTMENTS + "/" + number);
    }

    /** What every journal of adjustments booked in the close's period begins with. */
    public static String adjustmentsOf(CloseId open) {
        return open.value() + "/" + ADJUSTMENTS + "/";
    }

    /** The n-th flash accrual of the close. */
    public static JournalId ofAccrual(CloseId close, int number) {
        return new JournalId(close.value() + "/" + ACCRUALS + "/" + number);
    }

    /** @param kind {@code CLOSE}, {@code FLASH} or {@code PPA} */
    public static JournalId of(CloseId close, String kind, int number) {
        return new JournalId(close.value() + "/" + kind + "/" + number);
    }

    /** The close in whose period it is written. */
    public CloseId close() {
        String withoutNumber = value.substring(0, value.lastIndexOf('/'));
        return new CloseId(withoutNumber.substring(0, withoutNumber.lastIndexOf('/')));
    }

    public boolean belongsToClose() {
        return value.endsWith(CLOSE_SUFFIX);
    }

    public boolean belongsToAdjustments() {
        return value.contains("/" + ADJUSTMENTS + "/");
    }

    public boolean belongsToAccruals() {
        return value.contains("/" + ACCRUALS + "/");
    }

    /** Counts the journals of its kind, from 1. */
    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return "journal:" + value;
    }
}
