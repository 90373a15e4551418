package io.tallybook.ui.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The October 2024 of six points, 745 hours, as five programs write it, each with a mistake, and the same without. What the
 * figures come to is added up here in hundredths of a kWh, by nothing that the program has.
 */
final class AwkwardOctober {
    static final int HOURS = 745;
    /** The hour with a mistake in each file. */
    static final int WRONG = 100;
    /** The first of the two hours that the clock calls 02:00. */
    static final int TWICE = 26 * 24 - 4;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2024-10-01T04:00:00Z");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);
    private static final List<String> HOURLY = List.of("plant", "town", "mill", "border", "cavern");

    private AwkwardOctober() {}

    /** Signed, positive into the system, in hundredths of a kWh; of the field only days are known. */
    static long hundredths(String point, int i) {
        return switch (point) {
            case "plant" -> 4_567_805L + i * 31 % 89 * 1_010;
            case "town" -> -9_000_010L - i * 53 % 97 * 115 - (day(i).getDayOfMonth() % 2) * 4_000_000L;
            case "mill" -> -4_000_025L - i * 7 % 23 * 1_003;
            case "border" -> -2_500_045L + i * 11 % 24 * 1_000;
            case "cavern" ->
                (i % 7 - 3) * 11L
                        - List.of("plant", "town", "mill", "border").stream()
                                .mapToLong(other -> hundredths(other, i))
                                .sum()
                        - (i == 0 || !day(i - 1).equals(day(i)) ? field(day(i)) : 0);
            default -> throw new IllegalArgumentException(point);
        };
    }

    static long field(LocalDate day) {
        return 250_000_005L + day.getDayOfMonth() * 12_345L;
    }

    /** Of one point by gas day: what went in and what went out. */
    static Map<LocalDate, long[]> days(String point) {
        Map<LocalDate, long[]> days = new TreeMap<>();
        for (int i = 0; i < HOURS; i++) {
            long[] day = days.computeIfAbsent(day(i), it -> new long[2]);
            long value = point.equals("field") ? day[0] == 0 ? field(day(i)) : 0 : hundredths(point, i);
            day[value > 0 ? 0 : 1] += Math.abs(value);
        }
        return days;
    }

    /** What is neither in nor out. */
    static long unaccounted() {
        return HOURLY.stream()
                        .flatMapToLong(point -> IntStream.range(0, HOURS).mapToLong(i -> hundredths(point, i)))
                        .sum()
                + days("field").keySet().stream()
                        .mapToLong(AwkwardOctober::field)
                        .sum();
    }

    static BigDecimal price(LocalDate day) {
        return new BigDecimal("2.50").add(new BigDecimal(day.getDayOfMonth()).movePointLeft(2));
    }

    /** What a line of that many hundredths is worth, rounded once; 1 MMBtu is 1055.05585262 MJ. */
    static BigDecimal worth(long hundredths, LocalDate day) {
        return BigDecimal.valueOf(hundredths, 2)
                .multiply(new BigDecimal("3.6"))
                .divide(new BigDecimal("1055.05585262"), 6, RoundingMode.HALF_UP)
                .multiply(price(day))
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** A report by days: BOM, a title, semicolons, decimal commas, a day that is NULL, a sum. */
    static byte[] field(boolean mistaken) {
        String rows = days("field").keySet().stream()
                .map(day -> GERMAN.format(day.atStartOfDay()).substring(0, 10) + ";"
                        + (mistaken && day.getDayOfMonth() == 9 ? "NULL" : comma(field(day))) + ";Betrieb\r\n")
                .collect(Collectors.joining());
        return ("\uFEFFMonatsbericht; \"Feld Nord\r\n\r\nGastag;Feld kWh;Bemerkung\r\n" + rows + "Summe;0,00;\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An accountant's XLSX: a merged title, names above units, true dates, an error cell, a sum and a mean at the foot. */
    static byte[] plant(boolean mistaken) throws IOException {
        Workbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet("Oktober");
        CellStyle time = book.createCellStyle();
        time.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
        text(sheet.createRow(0), "Heat and power plant, October 2024");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
        text(sheet.createRow(1), "", "Plant", "");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
        text(sheet.createRow(2), "Hour", "MWh", "State");
        for (int i = 0; i < HOURS; i++) {
            Row row = sheet.createRow(i + 3);
            row.createCell(0).setCellValue(local(i));
            row.getCell(0).setCellStyle(time);
            row.createCell(1)
                    .setCellValue(BigDecimal.valueOf(hundredths("plant", i), 5).doubleValue());
            row.createCell(2).setCellValue("GOOD");
        }
        if (mistaken) {
            sheet.getRow(WRONG + 3).getCell(1).setCellErrorValue(FormulaError.NA.getCode());
        }
        text(sheet.createRow(HOURS + 3), "Total");
        sheet.getRow(HOURS + 3).createCell(1).setCellFormula("SUM(B4:B99)");
        text(sheet.createRow(HOURS + 4), "Mean", "45.7");
        return bytes(book);
    }

    /** An old XLS, a column per point, its days pasted as numbers, a word where a figure should be. */
    static byte[] townAndMill(boolean mistaken) throws IOException {
        Workbook book = new HSSFWorkbook();
        Sheet sheet = book.createSheet();
        text(sheet.createRow(0), "Zeit", "Stadt", "Papierfabrik", "Bemerkung");
        for (int i = 0; i < HOURS; i++) {
            Row row = sheet.createRow(i + 1);
            row.createCell(0).setCellValue(DateUtil.getExcelDate(local(i)));
            row.createCell(1)
                    .setCellValue(BigDecimal.valueOf(-hundredths("town", i), 2).doubleValue());
            row.createCell(2)
                    .setCellValue(BigDecimal.valueOf(-hundredths("mill", i), 2).doubleValue());
        }
        if (mistaken) {
            sheet.getRow(WRONG + 1).createCell(2).setCellValue("Ausfall");
        }
        return bytes(book);
    }

    /** A record of the border's API: nested, local time, its offset beside it, which one record lacks. */
    static String border(int i, int sequence, boolean offset) {
        String zone = BERLIN.getRules().getOffset(at(i)).getId();
        return "{\"meter\":{\"tag\":\"B-7\"},\"time\":{\"local\":\"%s\",\"offset\":%s},\"energy\":{\"kwh\":%s},\"seq\":%d}"
                .formatted(local(i), offset ? '"' + zone + '"' : "null", plain(hundredths("border", i)), sequence);
    }

    /**
     * A flow computer's printout in Latin-1: remarks between the rows, ends of hours with midnight as 24:00, points between
     * thousands, out of the system counted as positive; a row printed twice, one with an alarm after it, and one torn figure.
     */
    static byte[] cavern(boolean mistaken) {
        StringBuilder file =
                new StringBuilder("* Durchflußrechner \"7\"; Kaverne Süd\r\nNr;Ende;Energie kWh;Störung\r\n");
        for (int i = 0; i < HOURS; i++) {
            String figure = grouped(-hundredths("cavern", i));
            String row = i + ";" + ending(i) + ";";
            file.append(row).append(mistaken && i == WRONG ? "1.34,05" : figure).append(";0\r\n");
            if (i % 24 == 23) {
                file.append("* Gastag beglaubigt; \"\r\n\r\n");
            }
            if (mistaken && i == 50) {
                file.append(row).append(figure).append(";0\r\n");
                file.append(row).append("1.000.000,00;E7\r\n");
            }
        }
        return file.append("* Ende").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Instant at(int hour) {
        return START.plusSeconds(3_600L * hour);
    }

    private static LocalDateTime local(int hour) {
        return LocalDateTime.ofInstant(at(hour), BERLIN);
    }

    /** From six in the morning, by the clock on the wall. */
    private static LocalDate day(int hour) {
        return local(hour).minusHours(6).toLocalDate();
    }

    private static String ending(int hour) {
        LocalDateTime end = local(hour + 1);
        return end.getHour() == 0 ? GERMAN.format(end.minusDays(1)).replace("00:00", "24:00") : GERMAN.format(end);
    }

    private static String plain(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static String comma(long hundredths) {
        return plain(hundredths).replace('.', ',');
    }

    private static String grouped(long hundredths) {
        return String.format(Locale.GERMANY, "%,.2f", BigDecimal.valueOf(hundredths, 2));
    }

    private static void text(Row row, String... texts) {
        IntStream.range(0, texts.length).forEach(i -> row.createCell(i).setCellValue(texts[i]));
    }

    private static byte[] bytes(Workbook book) throws IOException {
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
