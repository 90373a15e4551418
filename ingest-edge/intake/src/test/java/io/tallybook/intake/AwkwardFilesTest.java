package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * One October of two hourly points, 745 hours with the hour the clock shows twice, as seven programs write it. The first file is
 * taken in whole; each other one says the same and changes nothing, so it was read to the last digit. Long, for it writes seven layouts.
 */
class AwkwardFilesTest {
    private static final House HOUSE = House.shared();
    private static final ZoneId ZONE = House.COPENHAGEN.zone();
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);
    private static final int HOURS = 745;
    private static final String POINTS = """
            points:
              North kWh: awkward-n
              South kWh: awkward-s
            """;

    private final long before = HOUSE.log().head();

    @Test
    void readsTheSameMonthFromEveryLayout() throws IOException {
        HOUSE.point("awkward-n", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.point("awkward-s", MeasuringInterval.HOUR, "2020-01-01");

        assertThat(run(SEMICOLONS, semicolons())).isEqualTo(counts(2 * HOURS, 0));
        assertThat(run(TALL_TABS, tallTabs())).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(TWO_ROWS_OF_NAMES, twoRowsOfNames())).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(WORKBOOK, workbook(new XSSFWorkbook()))).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(WORKBOOK, workbook(new HSSFWorkbook()))).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(FLOW_COMPUTER, flowComputer())).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(SERIAL, serial(new XSSFWorkbook()))).isEqualTo(counts(0, 2 * HOURS));
        assertThat(run(SERIAL, serial(new HSSFWorkbook()))).isEqualTo(counts(0, 2 * HOURS));
        assertThat(HOUSE.events(DeadLetterReceived.class, before)).isEmpty();
    }

    @Test
    void anEndNoIntervalHasIsADeadLetterInTheMonthItWasMeantFor() throws IOException {
        HOUSE.point("awkward-end", MeasuringInterval.HOUR, "2020-01-01");
        HOUSE.point("awkward-day", MeasuringInterval.GAS_DAY, "2020-01-01");
        String profile = FLOW_COMPUTER.replace("ascending", "refuse").replace("awkward-n", "awkward-end");

        byte[] file = "Tag,Ende,Menge\n/N,01.11.2024 06:00,1\n/N,20.10.2024 07:30,1\n/N,27.10.2024 02:00,1\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(run(profile, file)).isEqualTo(new ImportCounts(0, 1, 0, 0, 0, 0, 0, 2));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(DeadLetterReceived::month)
                .allSatisfy(month -> assertThat(month).hasToString("awkward-end/2024-10"));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(DeadLetterReceived::start)
                .containsExactlyInAnyOrder(
                        Instant.parse("2024-10-20T04:30:00Z"), Instant.parse("2024-10-26T23:00:00Z"));

        byte[] days =
                "Tag,Ende,Menge\n/N,27.10.2024 06:00,1\n/N,27.10.2024 07:00,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(run(profile.replace("awkward-end", "awkward-day"), days))
                .isEqualTo(new ImportCounts(0, 1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void aWorkbookBrokenOffLeavesOneDeadLetterForTheRest() throws IOException {
        byte[] whole = workbook(new XSSFWorkbook());

        ImportSummary summary =
                HOUSE.run(Profiles.parse(WORKBOOK), java.util.Arrays.copyOf(whole, whole.length - 2_000));

        assertThat(summary.failure()).startsWith("the workbook cannot be read");
        assertThat(HOUSE.events(DeadLetterReceived.class, before)).hasSize(1);
    }

    /** A report of a control room: BOM, a title, semicolons, decimal commas, Windows line ends, a sum at the end. */
    private static final String SEMICOLONS = """
            name: semicolons
            delimiter: ;
            decimal: ','
            null-words: [NULL, '-', '']
            header:
              row: 3
              footers: [Summe]
            time:
              field: Zeit
              pattern: dd.MM.uuuu HH:mm
              zone: Europe/Copenhagen
              ambiguous: ascending
            points:
              Nord: awkward-n
              Süd: awkward-s
            ignore: [Bemerkung]
            """;

    private static byte[] semicolons() {
        return ("\uFEFFStundenwerte; \"Netz Nord\r\n\r\nZeit;Nord;Süd;Bemerkung\r\n"
                        + lines(i -> GERMAN.format(local(i)) + ";" + comma(north(i)) + ";" + comma(south(i)) + ";\r\n")
                        + "Summe;1,5;2,5;\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A historian's export: tabs, one row per point and hour with its offset, in Latin-1. */
    private static final String TALL_TABS = """
            name: tall-tabs
            delimiter: tab
            charset: ISO-8859-1
            layout: long
            point: Meßstelle
            value: Wert
            time:
              field: Zeit
              zone: Europe/Copenhagen
            points:
              /Netz/Nord: awkward-n
              /Netz/Süd: awkward-s
            """;

    private static byte[] tallTabs() {
        return ("Meßstelle\tZeit\tWert\n"
                        + lines(i -> "/Netz/Nord\t" + at(i) + "\t" + north(i) + "\n")
                        + lines(i -> "/Netz/Süd\t" + at(i) + "\t" + south(i) + "e0\n"))
                .getBytes(Charset.forName("ISO-8859-1"));
    }

    /** A pivot table saved as CSV: the point above, the unit below, an empty row before the data. */
    private static final String TWO_ROWS_OF_NAMES = """
            name: two-rows
            header:
              rows: 2
              data: 4
            time:
              field: Hour
              zone: UTC
            """ + POINTS + "ignore: [North State, South State]\n";

    private static byte[] twoRowsOfNames() {
        return (",North,,South,\nHour,kWh,State,kWh,State\n,,,,\n"
                        + lines(i -> at(i).toString().replace("T", " ") + "," + north(i) + ",ok," + south(i) + ",ok\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An accountant's workbook: the second sheet, merged names, true dates, UTC, formulas and a sum. */
    private static final String WORKBOOK = """
            name: workbook
            format: excel
            sheet: Oktober
            header:
              row: 2
              rows: 2
              footers: [Sum]
            time:
              field: Hour
              pattern: dd.MM.uuuu HH:mm
              zone: UTC
            """ + POINTS;

    private static byte[] workbook(Workbook book) throws IOException {
        book.createSheet("Cover").createRow(0).createCell(0).setCellValue("Draft");
        Sheet sheet = book.createSheet("Oktober");
        CellStyle time = book.createCellStyle();
        time.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
        text(sheet.createRow(0), "Report");
        text(sheet.createRow(1), "", "North", "South");
        text(sheet.createRow(2), "Hour", "kWh", "kWh");
        for (int i = 0; i < HOURS; i++) {
            Row row = sheet.createRow(i + 3);
            row.createCell(0).setCellValue(LocalDateTime.ofInstant(at(i), java.time.ZoneOffset.UTC));
            row.getCell(0).setCellStyle(time);
            row.createCell(1).setCellFormula(north(i) + "*1");
            row.createCell(2).setCellValue(Double.parseDouble(south(i)));
        }
        text(sheet.createRow(HOURS + 3), "Sum");
        sheet.getRow(HOURS + 3).createCell(1).setCellFormula("SUM(B4:B748)");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** A flow computer's printout: comments between the rows, ends of hours, midnight as 24:00, thousands, Latin-1. */
    private static final String FLOW_COMPUTER = """
            name: flow-computer
            charset: ISO-8859-1
            comment: '#'
            grouping: ','
            layout: long
            point: Tag
            value: Menge
            time:
              field: Ende
              pattern: dd.MM.uuuu HH:mm
              means: interval-end
              zone: Europe/Copenhagen
              ambiguous: ascending
            points:
              /N: awkward-n
              /Süd: awkward-s
            """;

    private static byte[] flowComputer() {
        return ("# Durchflußrechner \"7\r\nTag,Ende,Menge\r\n"
                        + lines(i -> "/N," + ending(i) + ",\"" + grouped(north(i)) + "\"\r\n"
                                + (i % 24 == 0 ? "# Gastag, beglaubigt\r\n" : "")
                                + "/Süd," + ending(i) + ",\"" + grouped(south(i)) + "\"\r\n")
                        + "# Ende")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String ending(int hour) {
        LocalDateTime end = local(hour + 1);
        return end.getHour() == 0 ? GERMAN.format(end.minusDays(1)).replace("00:00", "24:00") : GERMAN.format(end);
    }

    private static String grouped(String figure) {
        return figure.replaceFirst("(\\d)(\\d{3})\\.", "$1,$2.");
    }

    /** A sheet somebody pasted as values: days are numbers. */
    private static final String SERIAL = """
            name: serial
            format: excel
            time:
              field: Zeit
              pattern: serial
              zone: Europe/Copenhagen
              ambiguous: ascending
            points:
              Nord: awkward-n
              Sued: awkward-s
            """;

    private static byte[] serial(Workbook book) throws IOException {
        Sheet sheet = book.createSheet();
        text(sheet.createRow(0), "Zeit", "Nord", "Sued");
        for (int i = 0; i < HOURS; i++) {
            Row row = sheet.createRow(i + 1);
            row.createCell(0).setCellValue(DateUtil.getExcelDate(local(i)));
            row.createCell(1).setCellValue(Double.parseDouble(north(i)));
            row.createCell(2).setCellValue(Double.parseDouble(south(i)));
        }
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void text(Row row, String... texts) {
        IntStream.range(0, texts.length).forEach(i -> row.createCell(i).setCellValue(texts[i]));
    }

    private static ImportCounts run(String profile, byte[] file) {
        Profile read = Profiles.parse(profile);
        ImportSummary summary = HOUSE.run(read, file);
        assertThat(summary.failure()).isNull();
        ImportCounts c = summary.counts();
        return new ImportCounts(
                0, c.accepted(), c.unchanged(), c.corrected(), c.late(), c.duplicate(), c.absent(), c.rejected());
    }

    private static ImportCounts counts(int accepted, int unchanged) {
        return new ImportCounts(0, accepted, unchanged, 0, 0, 0, 0, 0);
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, HOURS).mapToObj(line).collect(Collectors.joining());
    }

    private static Instant at(int hour) {
        return House.COPENHAGEN.start(OCTOBER).plusSeconds(3_600L * hour);
    }

    private static LocalDateTime local(int hour) {
        return LocalDateTime.ofInstant(at(hour), ZONE);
    }

    private static String north(int hour) {
        return (hour * 37 % 101) + "." + (hour % 9 + 1);
    }

    private static String south(int hour) {
        return "-" + (hour * 53 % 9_973) + ".00" + (hour % 9 + 1);
    }

    private static String comma(String figure) {
        return figure.replace('.', ',');
    }
}
