package io.tallybook.intake.row;

import io.tallybook.intake.profile.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A file's rows in order, read as a stream: nothing but the row at hand and one buffer is in memory. */
public interface Rows extends AutoCloseable {
    /** Rows a file may have. */
    int MAX_ROWS = 50_000_000;

    /**
     * The next row, or null after the last.
     *
     * @throws UnreadableFile when nothing more can be read
     */
    @Nullable Row next() throws IOException;

    /** The columns a header names, in order; empty where there is no header. */
    List<String> columns();

    @Override
    void close() throws IOException;

    /** Opens plain or gzipped bytes. The stream is closed with the rows. */
    static Rows open(FileFormat format, InputStream bytes) throws IOException {
        InputStream plain = unzipped(bytes);
        return switch (format) {
            case FileFormat.Csv csv -> new CsvRows(csv, plain);
            case FileFormat.Excel excel -> new ExcelRows(excel, plain);
            case FileFormat.Json json -> new JsonRows(json, plain);
        };
    }

    /** @throws UnreadableFile when two columns have one name */
    static void requireDistinct(List<String> columns) throws UnreadableFile {
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new UnreadableFile("the header names a column twice: " + Row.cut(String.join(",", columns)));
        }
    }

    private static InputStream unzipped(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 65_536);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        try {
            return gzip ? new GZIPInputStream(buffered, 65_536) : buffered;
        } catch (ZipException | java.io.EOFException e) {
            throw new UnreadableFile("the file begins like gzip but is not: " + e.getMessage(), e);
        }
    }

    /** What an I/O error while reading means to a person. */
    static UnreadableFile broken(IOException error) {
        return error instanceof UnreadableFile told
                ? told
                : error instanceof java.io.EOFException
                        ? new UnreadableFile("the gzip file ends too early: it was cut off", error)
                        : new UnreadableFile("the file is broken: " + error.getMessage(), error);
    }
}
