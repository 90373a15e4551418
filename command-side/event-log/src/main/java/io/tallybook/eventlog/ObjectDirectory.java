package io.tallybook.eventlog;

import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Raw files and issued documents by their SHA-256. The same bytes twice are one object; nothing is ever overwritten. */
public interface ObjectDirectory {
    /** Stores the bytes durably (written aside, synced, renamed) and gives their hash. */
    Sha256 put(InputStream bytes) throws IOException;

    Sha256 put(byte[] bytes) throws IOException;

    /** The bytes, or empty when there are none of that hash. The caller closes the stream. */
    Optional<InputStream> open(Sha256 hash) throws IOException;

    boolean has(Sha256 hash);
}
