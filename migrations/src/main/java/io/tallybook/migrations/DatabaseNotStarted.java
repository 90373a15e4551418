package io.tallybook.migrations;

import org.jspecify.annotations.Nullable;

/** The embedded server cannot run here; the message is one sentence for the person who started it. */
public final class DatabaseNotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseNotStarted(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
