package io.tallybook.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.report.SampleMonth;
import io.tallybook.report.Sheets;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.EstimatedInterval;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.tieout.EventFigures;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class CloseWorkbookTest {
    /** The columns whose numbers are typed in, by sheet; every other number must follow from them. */
    private static final Map<String, Set<String>> INPUTS = Map.of(
            "Quantities", Set.of("E", "F", "G"),
            "Prices", Set.of("B", "C"),
            "Allocation", Set.of("B", "G"),
            "Balance", Set.of("B", "H", "I"),
            "Journal", Set.of("A"),
            "Tie-out", Set.of("F"),
            "Explanations", Set.of("C", "H"),
            "Summary", Set.of("C", "G"));

    private static final byte[] BOOK = CloseWorkbook.of(SampleMonth.of(1));

    @Test
    void writesTheSameBytesTwice() {
        assertThat(CloseWorkbook.of(SampleMonth.of(1))).isEqualTo(BOOK);
    }

    /** Whatever the run went by, its figures stand: the sheet adds them up and does not split them once more. */
    @Test
    void letsTheFiguresOfAnotherMethodStandAsTheRunGaveThem() throws Exception {
        CloseMonth month = SampleMonth.byRank(1);
        try (XSSFWorkbook book = Sheets.open(CloseWorkbook.of(month))) {
            XSSFSheet sheet = book.getSheet("Allocation");
            assertThat(sheet.getRow(4).getCell(11).getStringCellValue()).isEqualTo("Ranked");
            assertThat(sheet.getRow(4).getCell(6)).isNull();
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            Cell total = sheet.getRow(sheet.getLastRowNum()).getCell(10);
            double shown = total.getNumericCellValue();
            assertThat(evaluator.evaluate(total).getNumberValue())
                    .isEqualTo(shown)
                    .isPositive();
        }
    }

    @Test
    void isValidByTheOfficeSchemasPartByPart() throws Exception {
        assertThat(Sheets.schemaErrors(BOOK)).isEmpty();
    }

    @Test
    void holdsNoMacrosAndNoLinksOutside() throws Exception {
        assertThat(Sheets.parts(BOOK).keySet())
                .noneMatch(name -> name.contains("external") || name.contains("vba") || name.contains("activeX"));
    }

    @Test
    void derivesEveryNumberThatIsNotAnInputByAFormula() throws Exception {
        List<String> pasted = new ArrayList<>();
        int formulas = 0;
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            for (Cell cell : Sheets.cells(book)) {
                formulas += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                boolean number = cell.getCellType() == CellType.NUMERIC;
                if (number && !inputs(cell).contains(Sheets.column(cell))) {
                    pasted.add(Sheets.name(cell));
                }
            }
        }
        assertThat(pasted).isEmpty();
        assertThat(formulas).isGreaterThan(5_000);
    }

    private static Set<String> inputs(Cell cell) {
        String sheet = cell.getSheet().getSheetName();
        return sheet.startsWith("Valuation") ? Set.of("A") : INPUTS.getOrDefault(sheet, Set.of());
    }

    @Test
    void writesNoNumberAsText() throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            assertThat(Sheets.cells(book))
                    .filteredOn(c -> c.getCellType() == CellType.STRING)
                    .noneMatch(c -> c.getStringCellValue().matches("[-+]?[0-9][0-9,]*(\\.[0-9]+)?"));
        }
    }

    @Test
    void writesDatesAsDates() throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            Cell day = book.getSheet("Quantities").getRow(4).getCell(4);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue()).isEqualTo("2024-10-01T00:00:00");
        }
    }

    @Test
    void opensReadyToReadAndToPrint() throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 4);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A4:");
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            }
        }
    }

    @Test
    void keepsATextThatLooksLikeAFormulaAText() throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            List<Cell> dangerous = Sheets.cells(book).stream()
                    .filter(c -> c.getCellType() == CellType.STRING)
                    .filter(c -> c.getStringCellValue().matches("[=+@-].*"))
                    .toList();
            assertThat(dangerous).isNotEmpty().allMatch(c -> c.getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void saysWhereEveryFigureCameFrom() throws Exception {
        CloseMonth month = SampleMonth.of(1);
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            String origin = book.getSheet("Tie-out").getRow(1).getCell(0).getStringCellValue();
            assertThat(origin)
                    .contains(month.head().packHash().hex())
                    .contains("event position 48213")
                    .contains("2024-11-08T10:12:13.123Z");
        }
    }

    @Test
    void tiesByItsOwnFormulas() throws Exception {
        try (XSSFWorkbook book = Sheets.open(BOOK)) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            XSSFSheet sheet = book.getSheet("Tie-out");
            List<String> standing = new ArrayList<>();
            for (int row = 4; row <= sheet.getLastRowNum(); row++) {
                standing.add(evaluator.evaluate(sheet.getRow(row).getCell(8)).getStringValue());
            }
            assertThat(standing).hasSize(26).containsOnly("TIES");
        }
    }

    @Test
    void setsTheAccrualBesideWhatTheStatementsComeTo() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(CloseWorkbook.of(SampleMonth.accrued(SampleMonth.of(1), "10.00"))))) {
            XSSFSheet accrual = book.getSheet("Accrual");
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            int total = accrual.getLastRowNum();
            for (int column : List.of(1, 2, 3, 4, 5, 6)) {
                Cell sum = accrual.getRow(total).getCell(column);
                assertThat(evaluator.evaluate(sum).getNumberValue()).isEqualTo(sum.getNumericCellValue());
            }
            assertThat(accrual.getRow(total).getCell(1).getNumericCellValue()).isEqualTo(30);
            assertThat(evaluator.evaluate(accrual.getRow(4).getCell(3)).getNumberValue())
                    .isEqualTo(accrual.getRow(4).getCell(2).getNumericCellValue() - 10);
        }
        assertThat(Sheets.schemaErrors(CloseWorkbook.of(SampleMonth.accrued(SampleMonth.of(1), "10.00"))))
                .isEmpty();
    }

    @Test
    void listsTheAdjustmentsBookedInThePeriodAndIsWithoutThemWhatItWas() throws Exception {
        CloseMonth month = SampleMonth.of(1);
        byte[] adjusted = CloseWorkbook.of(SampleMonth.adjusted(month, "12.34"));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(adjusted))) {
            XSSFSheet sheet = book.getSheet("Adjustments");
            assertThat(sheet.getRow(4).getCell(0).getStringCellValue()).isEqualTo("dk/2024-10/PPA/1");
            assertThat(sheet.getRow(4).getCell(11).getStringCellValue()).isEqualTo("dk/2024-09/CLOSE/1 1");
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            int total = sheet.getLastRowNum();
            for (int column : List.of(7, 8)) {
                Cell sum = sheet.getRow(total).getCell(column);
                assertThat(evaluator.evaluate(sum).getNumberValue())
                        .isEqualTo(sum.getNumericCellValue())
                        .isEqualTo(12.34);
            }
        }
        assertThat(Sheets.schemaErrors(adjusted)).isEmpty();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(CloseWorkbook.of(month)))) {
            assertThat(book.getSheet("Adjustments")).isNull();
        }
    }

    @Test
    void namesEveryEstimatedIntervalAndCountsThemAgainstTheLog() throws Exception {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(CloseWorkbook.of(estimated(SampleMonth.of(1)))))) {
            XSSFSheet estimates = book.getSheet("Estimates");
            assertThat(estimates.getRow(4).getCell(5).getStringCellValue()).isEqualTo("~");
            assertThat(estimates.getRow(4).getCell(6).getStringCellValue()).isEqualTo("Line between neighbours");
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            assertThat(book.getSheet("Tie-out"))
                    .filteredOn(row -> row.getCell(1) != null
                            && row.getCell(1).getStringCellValue().equals("Intervals estimated"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(evaluator.evaluate(row.getCell(3)).getNumberValue())
                                .isEqualTo(1);
                        assertThat(evaluator.evaluate(row.getCell(8)).getStringValue())
                                .isEqualTo("TIES");
                    });
        }
    }

    /** One interval of the first point stands by an estimate. */
    private static CloseMonth estimated(CloseMonth good) {
        AreaMonth area = good.areas().getFirst();
        PointMonth point = area.points().getFirst();
        GasDay day = point.days().getFirst().day();
        List<PointMonth> points = new ArrayList<>(area.points());
        points.set(
                0,
                new PointMonth(
                        point.point(),
                        point.name(),
                        point.role(),
                        point.days(),
                        List.of(new EstimatedInterval(
                                day,
                                Instant.parse("2024-10-01T04:00:00Z"),
                                point.days().getFirst().signed(),
                                EstimateMethod.LINEAR,
                                "meter out",
                                new PersonId("mara"),
                                null))));
        EventFigures.Area event = good.events().areas().getFirst();
        return new CloseMonth(
                good.head(),
                good.steps(),
                good.approvals(),
                good.contributors(),
                List.of(new AreaMonth(area.area(), area.name(), area.tolerance(), points, area.days(), area.month())),
                good.contracts(),
                good.statements(),
                good.journal(),
                good.explanations(),
                good.exclusions(),
                good.decisions(),
                new EventFigures(
                        good.events().throughPosition(),
                        List.of(EventFigures.Area.of(
                                event.area(), good.areas().getFirst().month(), 1)),
                        good.events().shippers(),
                        good.events().journal()));
    }

    @Test
    void isRefusedWhenTheBalanceIsNotTheSumOfItsPoints() {
        CloseMonth good = SampleMonth.of(1);
        AreaMonth area = good.areas().getFirst();
        AreaMonth bad = new AreaMonth(
                area.area(), area.name(), area.tolerance(), area.points().subList(1, 8), area.days(), area.month());
        CloseMonth month = new CloseMonth(
                good.head(),
                good.steps(),
                good.approvals(),
                good.contributors(),
                List.of(bad),
                good.contracts(),
                good.statements(),
                good.journal(),
                good.explanations(),
                good.exclusions(),
                good.decisions(),
                good.events());
        assertThatThrownBy(() -> CloseWorkbook.of(month)).hasMessageContaining("no workbook is written");
    }

    @Test
    void splitsAsTheCloseDidWhateverTheSeedAndTheUnit() throws Exception {
        for (long seed = 2; seed < 6; seed++) {
            byte[] bytes = CloseWorkbook.of(SampleMonth.of(seed, 3, (int) seed % 4));
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
                XSSFSheet sheet = book.getSheet("Allocation");
                for (int row = 4; row < sheet.getLastRowNum() - 1; row++) {
                    Cell cell = sheet.getRow(row).getCell(10);
                    BigDecimal again =
                            BigDecimal.valueOf(evaluator.evaluate(cell).getNumberValue());
                    assertThat(again.subtract(BigDecimal.valueOf(cell.getNumericCellValue()))
                                    .abs())
                            .as("seed %d, row %d", seed, row + 1)
                            .isLessThan(new BigDecimal("0.00001"));
                }
            }
        }
    }
}
