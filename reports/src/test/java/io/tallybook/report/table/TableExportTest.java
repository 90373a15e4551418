package io.tallybook.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.report.Sheets;
import io.tallybook.report.sheet.Format;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableExportTest {
    private static final Instant AS_OF = Instant.parse("2024-10-27T00:30:00Z");
    private static final TableExport TABLE = new TableExport(
            "Quantities",
            "Period 2024-10, point p1",
            AS_OF,
            ZoneId.of("Europe/Copenhagen"),
            List.of(
                    TableColumn.text("Point"),
                    TableColumn.of("Gas day", Format.DAY),
                    TableColumn.of("Period", Format.PERIOD),
                    TableColumn.kwh("Energy"),
                    TableColumn.money("Amount", "USD"),
                    TableColumn.of("Recorded", Format.TIME)),
            List.of(
                    row("p1, north \"A\"", Energy.ofKwh(-67_143_684), new Money(new BigDecimal("1234567.5"), "USD")),
                    row("=cmd()", new Energy(new BigDecimal("0.5")), null)));

    private static List<@Nullable Object> row(String point, Energy energy, @Nullable Money amount) {
        return Arrays.asList(point, new GasDay("2024-10-27"), new AccountingPeriod("2024-10"), energy, amount, AS_OF);
    }

    @Test
    void writesCsvByTheRfcWithoutAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new String(TABLE.csv(), StandardCharsets.UTF_8)).isEqualTo("""
                    Point,Gas day,Period,"Energy, kWh","Amount, USD",Recorded
                    "p1, north ""A""\",2024-10-27,2024-10,-67143684,1234567.50,2024-10-27T02:30+02:00
                    '=cmd(),2024-10-27,2024-10,0.5,,2024-10-27T02:30+02:00
                    """.replace("\n", "\r\n"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givesAnotherReaderTheRowsInOrder() throws Exception {
        String text = new String(TABLE.csv(), StandardCharsets.UTF_8);
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
        assertThat(records).hasSize(3).allMatch(r -> r.size() == 6);
        assertThat(records.get(1).get(0)).isEqualTo("p1, north \"A\"");
    }

    @Test
    void writesTheSameRowsAsAWorkbookWithTotalsThatAreFormulas() throws Exception {
        byte[] bytes = TABLE.xlsx();
        assertThat(bytes).isEqualTo(TABLE.xlsx());
        assertThat(Sheets.schemaErrors(bytes)).isEmpty();
        try (XSSFWorkbook book = Sheets.open(bytes)) {
            XSSFSheet sheet = book.getSheet("Quantities");
            Row second = sheet.getRow(5);
            assertThat(second.getCell(0).getStringCellValue()).isEqualTo("=cmd()");
            assertThat(second.getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(second.getCell(1).getLocalDateTimeCellValue()).isEqualTo("2024-10-27T00:00:00");
            assertThat(second.getCell(4)).isNull();
            assertThat(second.getCell(5).getLocalDateTimeCellValue()).isEqualTo("2024-10-27T02:30:00");
            Row total = sheet.getRow(6);
            assertThat(total.getCell(3).getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(total.getCell(3).getNumericCellValue()).isEqualTo(-67_143_683.5);
        }
    }

    @Test
    void refusesARecordLongerThanTheHeader() {
        assertThatThrownBy(() -> new Csv(1).row("a", "b")).hasMessageContaining("1 fields, not 2");
    }

    @Test
    void exportsFiftyThousandRowsWithinFiveSecondsAndAQuarterGigabyte() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Big.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        String[] figures = said.strip().lines().toList().getLast().split(" ", -1);
        assertThat(Integer.parseInt(figures[0])).as("rows").isEqualTo(50_000);
        assertThat(Long.parseLong(figures[1])).as("milliseconds").isLessThan(5_000);
    }

    /** Runs alone, under a small heap. */
    static final class Big {
        private Big() {}

        public static void main(String[] args) throws Exception {
            Iterable<List<Object>> rows = Big::rows;
            // the thread's own time: what else the machine does meanwhile is not the export's fault
            ThreadMXBean time = ManagementFactory.getThreadMXBean();
            long start = time.getCurrentThreadCpuTime();
            byte[] bytes = new TableExport("Big", "all", AS_OF, ZoneId.of("UTC"), columns(), rows).xlsx();
            long millis = (time.getCurrentThreadCpuTime() - start) / 1_000_000;
            try (XSSFWorkbook book = Sheets.open(bytes)) {
                System.out.println((book.getSheetAt(0).getLastRowNum() - 4) + " " + millis);
            }
        }

        private static List<TableColumn> columns() {
            return List.of(
                    TableColumn.text("Point"),
                    TableColumn.of("Gas day", Format.DAY),
                    TableColumn.kwh("Energy"),
                    TableColumn.money("Amount", "USD"),
                    TableColumn.of("Recorded", Format.TIME));
        }

        private static Iterator<List<Object>> rows() {
            GasDay day = new GasDay("2024-10-01");
            return IntStream.range(0, 50_000)
                    .<List<Object>>mapToObj(i ->
                            List.of("point-" + i, day, Energy.ofKwh(i), new Money(BigDecimal.valueOf(i), "USD"), AS_OF))
                    .iterator();
        }
    }
}
