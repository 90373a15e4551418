package io.tallybook.intake.profile;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file's bytes become rows. Gzip is recognised by its first two bytes, whatever the file is called. */
public sealed interface FileFormat {
    /**
     * RFC 4180 with a heading; quotes are {@code "}.
     *
     * @param comment lines that begin so are no data, wherever they stand; empty when there are none
     */
    record Csv(char delimiter, Charset charset, Heading heading, String comment) implements FileFormat {
        public Csv(char delimiter, Charset charset, Heading heading) {
            this(delimiter, charset, heading, "");
        }
    }

    /**
     * A sheet of a workbook, XLSX or the older XLS: the bytes tell which.
     *
     * @param sheet its name; null for the first
     * @param decimal how a number's text is written, for the profile to read
     */
    record Excel(@Nullable String sheet, char decimal, Heading heading) implements FileFormat {}

    /** An array of objects; {@code records} names the fields that lead to it, empty when the document is the array. */
    record Json(List<String> records) implements FileFormat {
        public Json {
            records = List.copyOf(records);
        }
    }
}
