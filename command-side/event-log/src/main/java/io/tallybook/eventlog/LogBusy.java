package io.tallybook.eventlog;

/** Too many appends wait already. */
final class LogBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogBusy() {
        super("too many appends wait for the log", null, false, false);
    }
}
