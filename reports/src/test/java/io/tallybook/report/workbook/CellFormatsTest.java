package io.tallybook.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.SampleMonth;
import io.tallybook.report.Sheets;
import io.tallybook.report.pack.CloseMonth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How the cells of every sheet there is show: by the unit their header names, dates as dates, inputs and formulas told apart. */
class CellFormatsTest {
    private static final int HEADER = 3;
    private static final String BLUE = "FF1F4E9E";

    /** A number's format by its unit: negatives red and in brackets; what has none is counted. */
    private static final Map<String, String> CODES = Map.of(
            "kWh", signed("0", "0\\.000", "0\\.0000", "0\\.000000"),
            "MMBtu", signed("0\\.000000"),
            "EUR", signed("0\\.00"),
            "USD", signed("0\\.00"),
            "EUR/MMBtu", ".*\\[Red\\].*",
            "USD/MMBtu", ".*\\[Red\\].*",
            "%", "0\\.0###",
            "", signed("0"));

    /** Figures that have no unit. */
    private static final Set<String> BARE =
            Set.of("Line", "Share", "Factor", "Gas days measured", "Estimated", "Price per MMBtu", "Debit", "Credit");

    private static String signed(String... zeros) {
        return Stream.of(zeros)
                .map(zero -> "#,##" + zero + ";\\[Red\\]\\\\\\(#,##" + zero + "\\\\\\);" + zero)
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow();
    }

    static Stream<Arguments> months() {
        CloseMonth plain = SampleMonth.of(1);
        return Stream.of(
                Arguments.of("plain", plain),
                Arguments.of("parts of a kWh", SampleMonth.of(1, 3, 3)),
                Arguments.of("by rank", SampleMonth.byRank(1)),
                Arguments.of("accrued", SampleMonth.accrued(plain, "10.00")),
                Arguments.of("cashed out", SampleMonth.cashedOut(1)),
                Arguments.of("adjusted", SampleMonth.adjusted(plain, "12.34")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void everyFigureShowsAsItsUnitDoes(String name, CloseMonth month) throws Exception {
        List<String> wrong = new ArrayList<>();
        int figures = eachNumber(month, cell -> {
            String unit = unit(cell);
            String code = cell.getCellStyle().getDataFormatString();
            if (!(CODES.containsKey(unit) ? code.matches(CODES.get(unit)) : BARE.contains(unit))) {
                wrong.add(Sheets.name(cell) + " in " + unit + " as " + code);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(figures).isGreaterThan(1_000);
    }

    /** What is typed in is blue, what a formula gives is not: whoever audits the book looks for pasted figures by colour. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void inputsAreBlueAndFormulasAreNot(String name, CloseMonth month) throws Exception {
        List<String> wrong = new ArrayList<>();
        eachNumber(month, cell -> {
            boolean blue = BLUE.equals(
                    ((XSSFCell) cell).getCellStyle().getFont().getXSSFColor().getARGBHex());
            if (blue == (cell.getCellType() == CellType.FORMULA)) {
                wrong.add(Sheets.name(cell));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void noDateIsText(String name, CloseMonth month) throws Exception {
        try (XSSFWorkbook book = Sheets.open(CloseWorkbook.of(month))) {
            List<Cell> cells = Sheets.cells(book);
            assertThat(cells)
                    .filteredOn(cell -> header(cell).matches("Gas day( or start, UTC)?|Price day|At, UTC|Start, UTC"))
                    .filteredOn(cell -> cell.getCellType() != CellType.BLANK)
                    .filteredOn(cell -> !isTotal(cell))
                    .isNotEmpty()
                    .allMatch(CellFormatsTest::isDate);
            assertThat(cells)
                    .filteredOn(cell -> cell.getCellType() == CellType.STRING)
                    .noneMatch(cell -> cell.getStringCellValue().matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?"));
        }
    }

    private static int eachNumber(CloseMonth month, Consumer<Cell> look) throws IOException {
        try (XSSFWorkbook book = Sheets.open(CloseWorkbook.of(month))) {
            List<Cell> numbers = Sheets.cells(book).stream()
                    .filter(CellFormatsTest::isNumber)
                    .filter(cell -> !DateUtil.isCellDateFormatted(cell))
                    .toList();
            numbers.forEach(look);
            return numbers.size();
        }
    }

    private static boolean isNumber(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC
                || cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC;
    }

    private static boolean isDate(Cell cell) {
        return isNumber(cell) && DateUtil.isCellDateFormatted(cell);
    }

    private static boolean isTotal(Cell cell) {
        return cell.getCellType() == CellType.STRING;
    }

    /** What stands behind the comma of the header, or in the row's own column of units. */
    private static String unit(Cell cell) {
        String header = header(cell);
        for (Cell heading : cell.getSheet().getRow(HEADER)) {
            Row row = cell.getRow();
            if (heading.getStringCellValue().equals("Unit") && row.getCell(heading.getColumnIndex()) != null) {
                return row.getCell(heading.getColumnIndex()).getStringCellValue();
            }
        }
        int comma = header.lastIndexOf(", ");
        return comma < 0 ? header : header.substring(comma + 2).replace(" of receipts", "");
    }

    private static String header(Cell cell) {
        return cell.getSheet().getRow(HEADER).getCell(cell.getColumnIndex()).getStringCellValue();
    }
}
