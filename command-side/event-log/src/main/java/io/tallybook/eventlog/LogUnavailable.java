package io.tallybook.eventlog;

import org.jspecify.annotations.Nullable;

/** The log could not be written, or whether it was is not known; the cause says why. */
final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
