package io.tallybook.intake.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.profile.LegacyMap;
import io.tallybook.intake.profile.LegacyMap.Figure;
import io.tallybook.intake.profile.LegacyMap.Measure;
import io.tallybook.intake.profile.LegacyMap.Subject;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.row.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class LegacyFiguresTest {
    private static final String POINTS = """
            tables:
              - kind: point
                format: csv
                delimiter: ";"
                decimal: ","
                subject: Meter
                names: {ELL-01: ellund}
                unit: MWh
                columns: {receipts: In, deliveries: Out}
            """;

    @Test
    void readsFiguresUnderOurNamesInKwhAndAddsRowsOfOneName() throws IOException {
        LegacyFigures read = read(POINTS, "Meter;In;Out\nELL-01;1,5;0\nELL-01;2;\ntyra;;3,25\n;9;9\n");

        assertThat(read.unread()).isEmpty();
        assertThat(read.figures())
                .hasSize(3)
                .hasEntrySatisfying(
                        new Figure(Subject.POINT, "ellund", Measure.RECEIPTS),
                        kwh -> assertThat(kwh).isEqualByComparingTo("3500"))
                .hasEntrySatisfying(
                        new Figure(Subject.POINT, "ellund", Measure.DELIVERIES),
                        kwh -> assertThat(kwh).isEqualByComparingTo(BigDecimal.ZERO))
                .hasEntrySatisfying(
                        new Figure(Subject.POINT, "tyra", Measure.DELIVERIES),
                        kwh -> assertThat(kwh).isEqualByComparingTo("3250"));
    }

    @Test
    void readsSeveralSheetsOfAWorkbookWithTitlesAndFooters() throws IOException {
        byte[] book;
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet volumes = workbook.createSheet("Volumes");
            row(volumes, 0, "October");
            row(volumes, 2, "Meter", "In");
            row(volumes, 3, "a", 10.5);
            row(volumes, 4, "Total", 10.5);
            row(workbook.createSheet("Ledger"), 0, "Account", "Debit");
            row(workbook.getSheet("Ledger"), 1, 5010, 99.99);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            book = out.toByteArray();
        }
        LegacyMap map = LegacyMap.parse("""
                tables:
                  - {kind: point, format: excel, sheet: Volumes, header: {row: 3, footers: [Total]}, subject: Meter, columns: {receipts: In}}
                  - {kind: account, format: excel, sheet: Ledger, subject: Account, columns: {debit: Debit}}
                """);

        LegacyFigures read = LegacyFigures.read(map, () -> new ByteArrayInputStream(book));

        assertThat(read.figures())
                .containsOnlyKeys(
                        new Figure(Subject.POINT, "a", Measure.RECEIPTS),
                        new Figure(Subject.ACCOUNT, "5010", Measure.DEBIT));
        assertThat(read.figures().get(new Figure(Subject.ACCOUNT, "5010", Measure.DEBIT)))
                .isEqualByComparingTo("99.99");
    }

    @Test
    void saysWhatItCouldNotReadAndGuessesNothing() throws IOException {
        LegacyFigures read = read(POINTS, "Meter;In;Out\nELL-01;about 5;2\ntyra;1.000;0\n");

        assertThat(read.unread())
                .containsExactly("row 2, In: 'about 5' is not a number", "row 3, In: '1.000' is not a number");
        assertThat(read.figures()).hasSize(2);
    }

    @Test
    void namesAColumnTheFileLacks() {
        assertThatThrownBy(() -> read(POINTS, "Meter;Receipts\na;1\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("the table has no column 'In'; it has Meter, Receipts");
    }

    @Test
    void aMapThatIsNotRightSaysWhere() {
        assertThatThrownBy(() -> LegacyMap.parse("tables: []"))
                .isInstanceOf(ProfileError.class)
                .hasMessageContaining("tables");
        assertThatThrownBy(() -> LegacyMap.parse(POINTS.replace("receipts: In", "sales: In")))
                .hasMessageContaining("'sales' is no figure of a point; those are deliveries, receipts");
        assertThatThrownBy(() -> LegacyMap.parse(POINTS.replace("kind: point", "kind: pipe")))
                .hasMessageContaining("one of account, point, shipper");
        assertThatThrownBy(() -> LegacyMap.parse(POINTS.replace("subject: Meter", "subject: Meter\n    colour: red")))
                .isInstanceOf(ProfileError.class);
    }

    private static LegacyFigures read(String map, String csv) throws IOException {
        return LegacyFigures.read(
                LegacyMap.parse(map), () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number figure -> row.createCell(i).setCellValue(figure.doubleValue());
                default -> row.createCell(i).setCellValue(String.valueOf(cells[i]));
            }
        }
    }
}
