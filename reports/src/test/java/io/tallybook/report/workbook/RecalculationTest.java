package io.tallybook.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.LibreOffice;
import io.tallybook.report.SampleMonth;
import io.tallybook.report.Sheets;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another engine must come to the same figures. */
class RecalculationTest {
    private static final byte[] BOOK = CloseWorkbook.of(SampleMonth.of(7));

    @TempDir
    Path dir;

    @BeforeEach
    void needsLibreOffice() {
        Assumptions.assumeTrue(
                LibreOffice.program().isPresent(), "no LibreOffice on this machine: the workbook is not recalculated");
    }

    @Test
    void comesToTheSameFiguresInAnotherEngineToTheLastDigit() throws Exception {
        comesToTheSameFigures(BOOK);
    }

    @Test
    void cashesImbalancesOutToTheSameFiguresInAnotherEngine() throws Exception {
        byte[] book = CloseWorkbook.of(SampleMonth.cashedOut(7));
        comesToTheSameFigures(book);
        try (XSSFWorkbook there = Sheets.open(book)) {
            assertThat(number(there, "Statements", "K5")).isEqualTo(20_762.13);
            assertThat(number(there, "Statements", "M5")).isEqualTo(24_413.40);
            assertThat(text(there, "Summary", "E14")).isEqualTo("TIES");
        }
    }

    private void comesToTheSameFigures(byte[] book) throws Exception {
        List<String> different = new ArrayList<>();
        int compared = 0;
        try (XSSFWorkbook ours = Sheets.open(book);
                XSSFWorkbook theirs = Sheets.open(LibreOffice.convert(book, "xlsx", dir))) {
            for (Cell cell : Sheets.cells(ours)) {
                if (cell.getCellType() == CellType.FORMULA) {
                    compared++;
                    Cell other = theirs.getSheet(cell.getSheet().getSheetName())
                            .getRow(cell.getRowIndex())
                            .getCell(cell.getColumnIndex());
                    if (!same(cell, other)) {
                        different.add(Sheets.name(cell) + ": " + show(cell) + " is not " + show(other));
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(5_000);
    }

    @Test
    void movesEveryTotalAndTurnsTheTieOutWhenOneInputIsChanged() throws Exception {
        byte[] changed = change("Quantities", "F5", 1_000);
        try (XSSFWorkbook before = Sheets.open(BOOK);
                XSSFWorkbook after = Sheets.open(LibreOffice.convert(changed, "xlsx", dir))) {
            assertThat(number(after, "Balance", "C36") - number(before, "Balance", "C36"))
                    .isEqualTo(1_000);
            assertThat(number(after, "Statements", "C8") - number(before, "Statements", "C8"))
                    .isEqualTo(1_000);
            assertThat(number(after, "Journal", "G17")).isGreaterThan(number(before, "Journal", "G17"));
            assertThat(number(after, "Journal", "G17")).isEqualTo(number(after, "Journal", "H17"));
            assertThat(text(before, "Tie-out", "I30")).isEqualTo("TIES");
            assertThat(text(after, "Tie-out", "I30")).isEqualTo("OUT");
            assertThat(text(after, "Summary", "E14")).isEqualTo("OUT");
        }
    }

    @Test
    void showsEveryFigureInFullOnPaper() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(LibreOffice.convert(BOOK, "pdf", dir))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .doesNotContain("###")
                    .doesNotContain("Err:")
                    .doesNotContain("#REF")
                    .contains("TIES");
        }
    }

    private static byte[] change(String sheet, String cell, double by) throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Cell input = cell(book, sheet, cell);
            input.setCellValue(input.getNumericCellValue() + by);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static boolean same(Cell ours, Cell theirs) {
        if (ours.getCachedFormulaResultType() != theirs.getCachedFormulaResultType()) {
            return false;
        }
        return ours.getCachedFormulaResultType() == CellType.STRING
                ? ours.getStringCellValue().equals(theirs.getStringCellValue())
                : Math.abs(ours.getNumericCellValue() - theirs.getNumericCellValue()) < 0.000_000_4;
    }

    private static String show(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            default -> cell.getCachedFormulaResultType() + " of " + cell;
        };
    }

    private static double number(XSSFWorkbook book, String sheet, String cell) {
        return cell(book, sheet, cell).getNumericCellValue();
    }

    private static String text(XSSFWorkbook book, String sheet, String cell) {
        return cell(book, sheet, cell).getStringCellValue();
    }

    private static Cell cell(XSSFWorkbook book, String sheet, String name) {
        CellReference at = new CellReference(name);
        return book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
    }
}
