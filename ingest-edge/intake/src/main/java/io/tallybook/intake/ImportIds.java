package io.tallybook.intake;

import io.tallybook.messages.ImportId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Names a delivery before anything of it reaches an aggregate. */
final class ImportIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_NAME = 200;

    private ImportIds() {}

    /** A UUIDv7 (RFC 9562 §5.7): in order of time. */
    static ImportId next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000L | RANDOM.nextLong() & 0x0FFFL;
        long low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
        return new ImportId(new UUID(high, low).toString());
    }

    /** The last part of a path, as it may stand in an event: a person's directories are no business of the log's. */
    static String sourceName(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        if (name.isEmpty()) {
            return "unnamed";
        }
        return name.length() <= MAX_NAME ? name : name.substring(name.length() - MAX_NAME);
    }
}
