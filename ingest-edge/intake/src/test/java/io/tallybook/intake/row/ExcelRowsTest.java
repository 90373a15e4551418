package io.tallybook.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.Heading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExcelRowsTest {
    private static final FileFormat.Excel PLAIN = new FileFormat.Excel(null, '.', Heading.FIRST_ROW);

    /** The two kinds of workbook. */
    private enum Kind {
        XLSX(XSSFWorkbook::new),
        XLS(HSSFWorkbook::new);

        private final Supplier<Workbook> maker;

        Kind(Supplier<Workbook> maker) {
            this.maker = maker;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readsTextsNumbersDatesFormulasAndErrorsAsOneMeansThem(Kind kind) throws IOException {
        Workbook book = kind.maker.get();
        Sheet sheet = book.createSheet("Data");
        fill(sheet, 0, "time", "kwh", "noise", "large", "flag", "error", "words");
        org.apache.poi.ss.usermodel.Row row = sheet.createRow(1);
        date(row.createCell(0), LocalDateTime.parse("2024-10-27T06:00:00"));
        Cell formula = row.createCell(1);
        formula.setCellFormula("10*2.5");
        book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
        row.createCell(2).setCellValue(0.1 + 0.2);
        row.createCell(3).setCellValue(123_456_789_012.25);
        row.createCell(4).setCellValue(true);
        row.createCell(5).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
        row.createCell(6).setCellValue(" two\nlines ");

        Row.Good read = (Row.Good) rows(PLAIN, bytes(book)).getFirst();

        assertThat(read.cells())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "time", "2024-10-27T06:00",
                        "kwh", "25",
                        "noise", "0.3",
                        "large", "123456789012.25",
                        "flag", "TRUE",
                        "error", "#ERROR",
                        "words", " two lines "));
        assertThat(read.line()).isEqualTo(2);
        assertThat(read.raw()).startsWith("2024-10-27T06:00\t25\t0.3\t");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void roundsATimeToTheSecondThatWasMeant(Kind kind) throws IOException {
        Workbook book = kind.maker.get();
        Sheet sheet = book.createSheet();
        fill(sheet, 0, "time");
        for (int hour = 0; hour < 24; hour++) {
            Cell cell = sheet.createRow(hour + 1).createCell(0);
            date(cell, LocalDateTime.parse("2024-10-01T00:00"));
            // as a spreadsheet fills a column: the day before plus 1/24, again and again
            cell.setCellValue(45_566 + hour * (1 / 24.0));
        }

        assertThat(rows(PLAIN, bytes(book)).stream().map(row -> ((Row.Good) row).cell("time")))
                .startsWith("2024-10-01T00:00", "2024-10-01T01:00")
                .endsWith("2024-10-01T22:00", "2024-10-01T23:00");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void findsATableBelowATitleUnderTwoRowsOfNamesAndAboveASum(Kind kind) throws IOException {
        Workbook book = kind.maker.get();
        book.createSheet("Cover").createRow(0).createCell(0).setCellValue("not this one");
        Sheet sheet = book.createSheet("October");
        fill(sheet, 0, "Monthly report of the pipeline");
        fill(sheet, 2, "", "North", "", "South", "");
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 2));
        fill(sheet, 3, "Hour", "kWh", "State", "kWh", "State");
        fill(sheet, 4, "", "[kWh]", "", "[kWh]", "");
        fill(sheet, 5, "01.10.2024 06:00", "1,5", "ok", "NULL", "ok");
        fill(sheet, 7, "01.10.2024 07:00", "2", "", "", "");
        fill(sheet, 8, "Total", "3,5");
        FileFormat.Excel format = new FileFormat.Excel("October", ',', new Heading(3, 2, 6, Set.of("Total")));

        Rows rows = Rows.open(format, new ByteArrayInputStream(bytes(book)));
        assertThat(rows.columns()).containsExactly("Hour", "North kWh", "North State", "South kWh", "South State");
        assertThat(all(rows))
                .extracting(Row::line, Row::raw)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(6, "01.10.2024 06:00\t1,5\tok\tNULL\tok"),
                        org.assertj.core.api.Assertions.tuple(8, "01.10.2024 07:00\t2"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writesNumbersAsTheProfileReadsThemAndLeavesOutColumnsWithoutAName(Kind kind) throws IOException {
        Workbook book = kind.maker.get();
        Sheet sheet = book.createSheet();
        fill(sheet, 0, "a", "", "b");
        sheet.createRow(1).createCell(0).setCellValue(1.25);
        sheet.getRow(1).createCell(1).setCellValue("a remark");
        fill(sheet, 2, "1", "", "2", "three");

        List<Row> rows = rows(new FileFormat.Excel(null, ',', Heading.FIRST_ROW), bytes(book));

        assertThat(((Row.Good) rows.getFirst()).cells()).isEqualTo(Map.of("a", "1,25", "b", ""));
        assertThat(rows.get(1)).isEqualTo(new Row.Bad(3, "1\t\t2\tthree", "the row has 4 columns, the header has 3"));
    }

    @Test
    void saysWhyAWorkbookCannotBeRead() throws IOException {
        Workbook book = new XSSFWorkbook();
        fill(book.createSheet("Data"), 0, "a", "a");
        byte[] whole = bytes(book);

        assertThatThrownBy(() -> rows(PLAIN, whole)).hasMessage("the header names a column twice: a,a");
        assertThatThrownBy(() -> rows(new FileFormat.Excel("Other", '.', Heading.FIRST_ROW), whole))
                .hasMessage("the workbook has no sheet 'Other'");
        assertThatThrownBy(() -> rows(new FileFormat.Excel(null, '.', new Heading(4, 1, 5, Set.of())), whole))
                .hasMessage("the sheet ends before its header, which is row 4");
        assertThatThrownBy(() -> rows(PLAIN, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the file is neither an XLSX nor an XLS workbook");
        assertThatThrownBy(() -> rows(PLAIN, Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> rows(PLAIN, new byte[0])).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> rows(PLAIN, locked(whole))).isInstanceOf(UnreadableFile.class);
    }

    private static byte[] locked(byte[] workbook) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(Sheet sheet, int row, String... texts) {
        org.apache.poi.ss.usermodel.Row made = sheet.createRow(row);
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                made.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static void date(Cell cell, LocalDateTime time) {
        Workbook book = cell.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
        cell.setCellStyle(style);
        cell.setCellValue(time);
    }

    private static byte[] bytes(Workbook book) throws IOException {
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<Row> rows(FileFormat.Excel format, byte[] file) throws IOException {
        return all(Rows.open(format, new ByteArrayInputStream(file)));
    }

    private static List<Row> all(Rows rows) throws IOException {
        try (rows) {
            List<Row> all = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
            return all;
        }
    }
}
