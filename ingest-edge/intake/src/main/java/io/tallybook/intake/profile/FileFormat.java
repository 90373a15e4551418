package io.tallybook.intake.profile;

import java.nio.charset.Charset;
import java.util.List;

/** How a file's bytes become rows. Gzip is recognised by its first two bytes, whatever the file is called. */
public sealed interface FileFormat {
    /** RFC 4180 with a header row; quotes are {@code "}. */
    record Csv(char delimiter, Charset charset) implements FileFormat {}

    /** An array of objects; {@code records} names the fields that lead to it, empty when the document is the array. */
    record Json(List<String> records) implements FileFormat {
        public Json {
            records = List.copyOf(records);
        }
    }
}
