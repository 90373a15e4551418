package io.tallybook.intake.row;

import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV by commons-csv. A row it cannot read costs one line: the parser starts again at the next line, so that a stray quote
 * does not swallow the file.
 */
final class CsvRows implements Rows {
    private final CSVFormat format;
    private final Reader source;
    private final CharWindow window;
    private final CsvExtent extent;
    private final Heading heading;
    private final String comment;
    private final List<String> header;
    private @Nullable Iterator<CSVRecord> parser;
    private long rowStart;
    private int line = 1;
    private int rows;

    CsvRows(FileFormat.Csv csv, InputStream bytes) throws IOException {
        // A byte that is no text in this charset becomes U+FFFD: the field it stands in is rejected, the file goes on
        heading = csv.heading();
        comment = csv.comment();
        source = new InputStreamReader(bytes, csv.charset());
        window = new CharWindow(source);
        extent = new CsvExtent(window, csv.delimiter());
        format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(csv.delimiter())
                .setIgnoreEmptyLines(true)
                .get();
        try {
            rowStart = window.has(0) && window.charAt(0) == '\uFEFF' ? 1 : 0;
            header = readHeader();
        } catch (CharWindow.RowTooLong e) {
            throw new UnreadableFile("the header cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw Rows.broken(e);
        }
    }

    @Override
    public List<String> columns() {
        return header;
    }

    int held() {
        return window.held();
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            return read();
        } catch (IOException e) {
            throw Rows.broken(e);
        }
    }

    private @Nullable Row read() throws IOException {
        try {
            Row row = skipToRow() ? row() : null;
            while (row instanceof Row.Good good && heading.isFooter(String.valueOf(good.cell(header.getFirst())))) {
                row = skipToRow() ? row() : null;
            }
            return row;
        } catch (CharWindow.RowTooLong e) {
            return badLine(String.valueOf(e.getMessage()));
        }
    }

    private List<String> readHeader() throws IOException {
        if (!skipToRow()) {
            throw new UnreadableFile("the file is empty");
        }
        skipTo(heading.row());
        List<List<String>> names = new ArrayList<>();
        while (names.size() < heading.rows()) {
            names.add(headingRow());
        }
        List<String> columns = heading.names(names);
        Rows.requireDistinct(columns);
        skipTo(heading.data());
        return columns;
    }

    private List<String> headingRow() throws IOException {
        if (!skipToRow()) {
            throw new UnreadableFile("the file ends before its header, which is row " + heading.row());
        }
        long end = extent.rowEnd(rowStart);
        try {
            List<String> names = record().toList();
            goBehind(end);
            return names;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new UnreadableFile("the header cannot be read: " + reason(e), e);
        }
    }

    /** Leaves out the lines above; what they hold need not be CSV. */
    private void skipTo(int wanted) throws IOException {
        while (line < wanted && window.has(rowStart)) {
            parser = null;
            goBehind(extent.lineEnd(rowStart));
        }
    }

    private Row row() throws IOException {
        if (++rows > MAX_ROWS) {
            throw new UnreadableFile("the file has more than " + MAX_ROWS + " rows");
        }
        long end = extent.rowEnd(rowStart);
        CSVRecord record;
        try {
            record = record();
        } catch (UncheckedIOException | IllegalStateException e) {
            return badLine(reason(e));
        }
        if (record.size() != header.size()) {
            return badLine("the row has " + record.size() + " columns, the header has " + header.size());
        }
        Row row = new Row.Good(line, Row.cut(window.between(rowStart, end)), cells(record));
        goBehind(end);
        return row;
    }

    private Map<String, @Nullable String> cells(CSVRecord record) {
        Map<String, @Nullable String> cells = HashMap.newHashMap(header.size());
        IntStream.range(0, header.size()).forEach(i -> cells.put(header.get(i), record.get(i)));
        return cells;
    }

    private CSVRecord record() throws IOException {
        if (parser == null) {
            parser = CSVParser.builder()
                    .setFormat(format)
                    .setReader(window.from(rowStart))
                    .get()
                    .iterator();
        }
        return parser.next();
    }

    /** The physical line at hand cannot be read; the next one is tried by a fresh parser. */
    private Row badLine(String reason) throws IOException {
        parser = null;
        StringBuilder kept = new StringBuilder();
        long at = rowStart;
        while (window.has(at) && window.charAt(at) != '\n' && window.charAt(at) != '\r') {
            if (kept.length() <= Row.MAX_RAW) {
                kept.append(window.charAt(at));
            }
            if (++at - rowStart >= CharWindow.MAX_ROW_CHARS / 2) {
                window.discardBefore(at);
                rowStart = at;
            }
        }
        Row bad = new Row.Bad(line, Row.cut(kept.toString()), reason);
        goBehind(at);
        return bad;
    }

    /** Behind empty lines and lines left out; false at the end of the file. */
    private boolean skipToRow() throws IOException {
        while (window.has(rowStart)) {
            if (isLineEnd(window.charAt(rowStart))) {
                goBehind(rowStart);
            } else if (isComment()) {
                parser = null;
                goBehind(extent.lineEnd(rowStart));
            } else {
                return true;
            }
        }
        return false;
    }

    private boolean isComment() throws IOException {
        int matched = 0;
        while (matched < comment.length()
                && window.has(rowStart + matched)
                && window.charAt(rowStart + matched) == comment.charAt(matched)) {
            matched++;
        }
        return matched > 0 && matched == comment.length();
    }

    private void goBehind(long rowEnd) throws IOException {
        long next = extent.behind(rowEnd);
        for (long at = rowStart; at < next; at++) {
            line += window.endsLine(at) ? 1 : 0;
        }
        window.discardBefore(next);
        rowStart = next;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return "the row cannot be read as CSV: " + cause.getMessage();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
