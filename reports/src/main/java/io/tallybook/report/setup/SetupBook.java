package io.tallybook.report.setup;

import io.tallybook.report.setup.SetupSheet.Heading;
import io.tallybook.report.sheet.Book;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;

/** The workbook a system is set up by. What it writes it reads back as the same rows. */
public final class SetupBook {
    /** More than any system has of one thing. */
    static final int MOST_ROWS = 20_000;

    private static final int HEADER_WITHIN = 10;

    private SetupBook() {}

    /** The workbook cannot be read; the message is for people. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * A workbook with every sheet, its headings and what is known already.
     *
     * @param known rows by sheet, cells in the order of its headings
     * @param asOf stands as the file's date: equal rows are equal bytes
     */
    public static byte[] write(Map<SetupSheet, List<List<String>>> known, Instant asOf) {
        try (Book book = new Book("Tallybook set-up", "Tallybook set-up", asOf)) {
            for (SetupSheet sheet : SetupSheet.values()) {
                List<Column> columns = sheet.headings().stream()
                        .map(heading -> new Column(heading.name(), Format.TEXT))
                        .toList();
                SheetPage page = book.sheet(sheet.title(), sheet.title(), sheet.note(), columns);
                IntStream.range(0, columns.size())
                        .filter(i -> !sheet.headings().get(i).choices().isEmpty())
                        .forEach(i -> page.choices(i, sheet.headings().get(i).choices(), MOST_ROWS));
                known.getOrDefault(sheet, List.of())
                        .forEach(row -> page.row(row.stream().map(Cell::text).toArray(Cell[]::new)));
                page.finish();
            }
            return book.bytes();
        }
    }

    /**
     * The rows of every sheet, in the order they are taken in.
     *
     * @throws Unreadable when it is no workbook, has none of the sheets, or a sheet lacks a heading
     */
    public static List<SetupRow> read(InputStream bytes) {
        try (Workbook workbook = WorkbookFactory.create(bytes)) {
            List<SetupRow> rows = new ArrayList<>();
            boolean any = false;
            for (SetupSheet sheet : SetupSheet.values()) {
                Sheet page = workbook.getSheet(sheet.title());
                any |= page != null;
                rows.addAll(page == null ? List.of() : read(sheet, page));
            }
            if (!any) {
                throw new Unreadable("The workbook has none of the sheets of a set-up, such as 'Networks'.");
            }
            return rows;
        } catch (IOException | IllegalArgumentException | OpenXML4JRuntimeException e) {
            throw new Unreadable("The file is not a workbook Excel would open (.xlsx or .xls).");
        }
    }

    private static List<SetupRow> read(SetupSheet sheet, Sheet page) {
        Row head = header(sheet, page);
        Map<String, Integer> columns = columns(sheet, head);
        List<SetupRow> rows = new ArrayList<>();
        for (int i = head.getRowNum() + 1; i <= page.getLastRowNum(); i++) {
            Row row = page.getRow(i);
            Map<String, String> cells = row == null ? Map.of() : cells(row, columns);
            if (!cells.isEmpty()) {
                rows.add(new SetupRow(sheet, i + 1, cells));
            }
            if (rows.size() > MOST_ROWS) {
                throw new Unreadable("The sheet '" + sheet.title() + "' has more than " + MOST_ROWS + " rows.");
            }
        }
        return rows;
    }

    /** The row that begins with the sheet's first heading; a title may stand above it. */
    private static Row header(SetupSheet sheet, Sheet page) {
        String first = sheet.headings().getFirst().name();
        for (int i = 0; i < HEADER_WITHIN; i++) {
            Row row = page.getRow(i);
            if (row != null
                    && row.getPhysicalNumberOfCells() > 1
                    && first.equals(text(row.getCell(row.getFirstCellNum())))) {
                return row;
            }
        }
        throw new Unreadable(
                "The sheet '" + sheet.title() + "' has no row of headings that begins with '" + first + "'.");
    }

    private static Map<String, Integer> columns(SetupSheet sheet, Row head) {
        Map<String, Integer> found = new LinkedHashMap<>();
        head.forEach(cell -> {
            String name = text(cell);
            if (name != null) {
                found.putIfAbsent(name, cell.getColumnIndex());
            }
        });
        for (Heading heading : sheet.headings()) {
            if (heading.required() && !found.containsKey(heading.name())) {
                throw new Unreadable("The sheet '" + sheet.title() + "' has no column '" + heading.name() + "'.");
            }
        }
        return found;
    }

    private static Map<String, String> cells(Row row, Map<String, Integer> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach((name, index) -> {
            String text = text(row.getCell(index));
            if (text != null) {
                cells.put(name, text);
            }
        });
        return cells;
    }

    /** As a person means it, whatever the cell's format: a date as 2024-10-04, a time as 06:00, a number in plain digits. */
    private static @Nullable String text(org.apache.poi.ss.usermodel.@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        String text = switch (type) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? moment(cell)
                        : NumberToTextConverter.toText(cell.getNumericCellValue());
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            default -> "";
        };
        return text.isEmpty() ? null : text;
    }

    private static String moment(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        var at = DateUtil.getLocalDateTime(value);
        if (value < 1) {
            return at.toLocalTime().toString();
        }
        return at.toLocalDate().toString();
    }
}
