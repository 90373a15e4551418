package io.tallybook.messages.metering;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;

/**
 * Where records came from.
 *
 * @param file SHA-256 of the raw bytes in the object directory: the publication
 * @param name file name or channel, for people
 */
public record Source(ImportId importId, Sha256 file, String name) {
    public Source {
        Invalid.unless(!name.isBlank() && name.length() <= 200, "a source name has 1 to 200 characters");
    }
}
