package io.tallybook.intake.row;

import com.github.pjfanning.xlsx.StreamingReader;
import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A sheet by Apache POI: XLSX streamed from a temporary file, XLS (at most 65,536 rows) in memory. A formula counts as the value
 * that was saved with it; a date as ISO text; a number as the 15 digits Excel itself keeps. Columns without a name are left
 * out.
 */
final class ExcelRows implements Rows {
    /** Excel computes and shows 15 digits; the sixteenth is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int ROWS_AT_HAND = 100;

    private final FileFormat.Excel format;
    private final Workbook workbook;
    private final Iterator<org.apache.poi.ss.usermodel.Row> sheet;
    private final List<String> header;
    private org.apache.poi.ss.usermodel.@Nullable Row waiting;

    ExcelRows(FileFormat.Excel format, InputStream bytes) throws IOException {
        this.format = format;
        workbook = guarded(() -> open(FileMagic.prepareToCheckMagic(bytes)));
        try {
            sheet = guarded(() -> sheet().iterator());
            header = guarded(this::readHeader);
        } catch (IOException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return named(header);
    }

    private static List<String> named(List<String> columns) {
        return columns.stream().filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public @Nullable Row next() throws IOException {
        return guarded(() -> Optional.ofNullable(readData())).orElse(null);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static String first(Row.Good row) {
        return row.raw().split("\t", 2)[0];
    }

    private static Workbook open(InputStream bytes) throws IOException {
        return switch (FileMagic.valueOf(bytes)) {
            case OOXML -> StreamingReader.builder().rowCacheSize(ROWS_AT_HAND).open(bytes);
            case OLE2 -> new HSSFWorkbook(bytes);
            default -> throw new UnreadableFile("the file is neither an XLSX nor an XLS workbook");
        };
    }

    private Sheet sheet() throws UnreadableFile {
        if (format.sheet() == null) {
            return workbook.getSheetAt(0);
        }
        for (Sheet each : workbook) {
            if (each.getSheetName().equals(format.sheet())) {
                return each;
            }
        }
        throw new UnreadableFile("the workbook has no sheet '" + format.sheet() + "'");
    }

    private List<String> readHeader() throws UnreadableFile {
        Heading heading = format.heading();
        List<List<String>> names = new ArrayList<>();
        while (sheet.hasNext() && names.size() < heading.rows()) {
            org.apache.poi.ss.usermodel.Row row = sheet.next();
            if (number(row) >= heading.row()) {
                names.add(texts(row));
            }
        }
        if (names.size() < heading.rows()) {
            throw new UnreadableFile("the sheet ends before its header, which is row " + heading.row());
        }
        List<String> columns = heading.names(names);
        Rows.requireDistinct(named(columns));
        while (sheet.hasNext() && waiting == null) {
            org.apache.poi.ss.usermodel.Row row = sheet.next();
            waiting = number(row) >= heading.data() ? row : null;
        }
        return columns;
    }

    private static int number(org.apache.poi.ss.usermodel.Row row) {
        return row.getRowNum() + 1;
    }

    private @Nullable Row readData() {
        Row row = read();
        while (row instanceof Row.Good good && format.heading().isFooter(first(good))) {
            row = read();
        }
        return row;
    }

    private @Nullable Row read() {
        while (waiting != null) {
            org.apache.poi.ss.usermodel.Row row = waiting;
            List<String> texts = texts(row);
            waiting = sheet.hasNext() ? sheet.next() : null;
            if (!texts.isEmpty()) {
                return row(number(row), texts);
            }
        }
        return null;
    }

    private Row row(int number, List<String> texts) {
        String raw = Row.cut(String.join("\t", texts));
        if (texts.size() > header.size()) {
            return new Row.Bad(
                    number, raw, "the row has " + texts.size() + " columns, the header has " + header.size());
        }
        Map<String, @Nullable String> cells = HashMap.newHashMap(header.size());
        IntStream.range(0, header.size())
                .filter(i -> !header.get(i).isEmpty())
                .forEach(i -> cells.put(header.get(i), i < texts.size() ? texts.get(i) : ""));
        return new Row.Good(number, raw, cells);
    }

    /** The row's cells from the first column to the last that holds something. */
    private List<String> texts(org.apache.poi.ss.usermodel.Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            String text = text(cell);
            if (!text.isEmpty()) {
                while (texts.size() < cell.getColumnIndex()) {
                    texts.add("");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell.getNumericCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> "#ERROR";
            case STRING -> cell.getStringCellValue().replaceAll("[\\t\\r\\n]+", " ");
            default -> "";
        };
    }

    // days are stored as binary fractions: the nearest second is what was meant
    private static String date(Cell cell) {
        LocalDateTime time = cell.getLocalDateTimeCellValue();
        return time.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String number(double value) {
        BigDecimal figure = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return figure.toPlainString().replace('.', format.decimal());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /** POI tells of broken workbooks by exceptions of many kinds. */
    private static <T> T guarded(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            throw Rows.broken(e);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile("the workbook is protected by a password", e);
        } catch (OldExcelFormatException e) {
            throw new UnreadableFile("the workbook is older than Excel 97; save it as XLSX", e);
        } catch (RuntimeException e) {
            throw new UnreadableFile("the workbook cannot be read: " + e.getMessage(), e);
        }
    }
}
