package io.tallybook.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The space that stays free on the disk of the data directory, so that a full disk is an answer and not a fall: PostgreSQL
 * gives up when it cannot write its own journal ahead, and needs space to come up again.
 */
record Headroom(Path directory) {
    static final long LEAST_BYTES = 48L << 20;

    /** Whether nothing more may be written. */
    boolean spent() {
        try {
            return Files.getFileStore(directory).getUsableSpace() < LEAST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
