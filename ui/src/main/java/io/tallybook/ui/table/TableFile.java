package io.tallybook.ui.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table on its way into a file. */
public record TableFile(Table table, List<Integer> columns, Figures figures) {
    /** The kinds of file there are. */
    public enum Format {
        CSV("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }

        static Optional<Format> named(String extension) {
            return Stream.of(values())
                    .filter(f -> f.extension.equals(extension))
                    .findFirst();
        }
    }

    /** Writes tables as files. */
    public interface Writer {
        void write(TableFile file, Format format, OutputStream out) throws IOException;
    }

    /** Names the file after the page it comes from. */
    String name(String path) {
        String page = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return page.endsWith(table.id()) ? page : page + "-" + table.id();
    }
}
