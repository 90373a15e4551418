package io.tallybook.report.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet, written top-down: title, note, header, rows, totals. It opens ready to read and to print: header frozen and
 * repeated, filter on, columns wide enough, landscape, one page wide.
 */
public final class SheetPage {
    /** Excel has 1,048,576 rows; title and totals take a few. */
    public static final int MOST_ROWS = 1_000_000;

    private static final int HEADER_ROW = 4;
    private static final float HEADER_POINTS = 30;
    private static final int LONGEST_TEXT = 32_767;
    private final SXSSFSheet sheet;
    private final String name;
    private final Styles styles;
    private final List<Column> columns;
    private final Widths widths;
    private int last = HEADER_ROW;
    private int lastFiltered = HEADER_ROW;

    SheetPage(
            SXSSFSheet sheet,
            String name,
            Styles styles,
            String title,
            String note,
            List<Column> columns,
            String footer) {
        this.sheet = sheet;
        this.name = name;
        this.styles = styles;
        this.columns = columns;
        this.widths = new Widths(columns);
        heading(title, note);
        print(footer);
    }

    /** The sheet's name as formulas quote it. */
    public String quoted() {
        return "'" + name + "'!";
    }

    /** Number of the next row, as formulas count: from 1. */
    public int next() {
        return last + 1;
    }

    /** Number of the first data row. */
    public static int first() {
        return HEADER_ROW + 1;
    }

    /** {@code $B$5:$B$35} over the data rows written so far; of an empty table the row below the header. */
    public String range(String column) {
        int end = Math.max(lastFiltered, first());
        return "$" + column + "$" + first() + ":$" + column + "$" + end;
    }

    /** Adds a data row and gives its number. */
    public int row(Cell... cells) {
        if (last - HEADER_ROW >= MOST_ROWS) {
            throw new IllegalStateException("a sheet holds at most " + MOST_ROWS + " rows; narrow the table");
        }
        write(cells, false);
        lastFiltered = last;
        return last;
    }

    /** Adds a row under the table, in bold, outside the filter; gives its number. */
    public int total(Cell... cells) {
        write(cells, true);
        return last;
    }

    /** Sets what depends on all rows; call once, after the last. */
    public void finish() {
        int end = Math.max(lastFiltered, first());
        sheet.setAutoFilter(new CellRangeAddress(HEADER_ROW - 1, end - 1, 0, columns.size() - 1));
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, widths.of(i));
        }
    }

    /** Offers these values in the data cells of a column; another one is refused by the spreadsheet. */
    public void choices(int column, List<String> values, int rows) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation list = helper.createValidation(
                helper.createExplicitListConstraint(values.toArray(String[]::new)),
                new CellRangeAddressList(HEADER_ROW, HEADER_ROW + rows - 1, column, column));
        list.setShowErrorBox(true);
        sheet.addValidationData(list);
    }

    /** Colours the words of a status column: OUT red, TIES green; the word itself carries the meaning. */
    public void colourStatus(String column, int from, int to) {
        StatusColours.on(sheet, column + from + ":" + column + to);
    }

    private void write(Cell[] cells, boolean total) {
        SXSSFRow row = sheet.createRow(last);
        last++;
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = i < cells.length ? cells[i] : Cell.EMPTY;
            if (cell.value() != null || total) {
                put(row.createCell(i), cell, columns.get(i).format(), total);
                widths.see(i, cell, columns.get(i).format());
            }
        }
    }

    private void put(SXSSFCell cell, Cell content, Format column, boolean total) {
        Object value = content.value();
        Format wanted = content.format() == null ? column : content.format();
        Format format = value instanceof String ? Format.TEXT : wanted;
        boolean formula = content.formula() != null;
        cell.setCellStyle(styles.cell(format, kind(content, total), !formula && startsLikeFormula(value)));
        if (content.formula() != null) {
            cell.setCellFormula(content.formula());
        }
        set(cell, value);
    }

    private static Styles.Kind kind(Cell content, boolean total) {
        boolean typed = content.formula() == null && content.value() instanceof BigDecimal;
        if (total) {
            return typed ? Styles.Kind.TOTAL_INPUT : Styles.Kind.TOTAL;
        }
        return content.formula() == null ? Styles.Kind.INPUT : Styles.Kind.DERIVED;
    }

    private static void set(SXSSFCell cell, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> cell.setCellValue(cut(text));
            case BigDecimal number -> cell.setCellValue(number.doubleValue());
            case LocalDate day -> cell.setCellValue(day);
            case LocalDateTime time -> cell.setCellValue(time);
            default -> throw new IllegalArgumentException("a cell cannot hold a " + value.getClass());
        }
    }

    // OWASP, CSV injection: a text that begins like a formula stays a text because its cell says so
    private static boolean startsLikeFormula(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private void heading(String title, String note) {
        line(0, title, true);
        line(1, note, false);
        SXSSFRow row = sheet.createRow(HEADER_ROW - 1);
        row.setHeightInPoints(HEADER_POINTS);
        for (int i = 0; i < columns.size(); i++) {
            SXSSFCell cell = row.createCell(i);
            cell.setCellStyle(styles.header(columns.get(i).format()));
            cell.setCellValue(columns.get(i).header());
        }
        sheet.createFreezePane(0, HEADER_ROW);
    }

    private void line(int row, String text, boolean title) {
        SXSSFCell cell = sheet.createRow(row).createCell(0);
        cell.setCellStyle(title ? styles.title() : styles.note());
        cell.setCellValue(text);
    }

    private void print(String footer) {
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW - 1, HEADER_ROW - 1, -1, -1));
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&8" + footer.replace("&", "&&"));
        sheet.getFooter().setRight("&8&A · &P / &N");
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, widths.of(i));
        }
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(columns.toArray());
    }
}
