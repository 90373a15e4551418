package io.tallybook.ui.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The rows of an exported file, each cell as text without any format. */
record FileTable(List<List<String>> rows) {
    private static final int WORKBOOK_HEADER = 3;
    private static final String ABSENT = "–";

    static FileTable csv(byte[] file) throws IOException {
        try (CSVParser records = CSVParser.parse(new String(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            return new FileTable(
                    records.stream().skip(1).map(r -> r.stream().toList()).toList());
        }
    }

    static FileTable workbook(byte[] file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            int width = sheet.getRow(WORKBOOK_HEADER).getLastCellNum();
            List<List<String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                if (row.getRowNum() > WORKBOOK_HEADER && !isTotal(row)) {
                    rows.add(IntStream.range(0, width)
                            .mapToObj(i -> text(row.getCell(i)))
                            .toList());
                }
            }
            return new FileTable(rows);
        }
    }

    private static boolean isTotal(Row row) {
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(row::getCell)
                .anyMatch(cell -> cell != null && cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toString()
                        : BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    /** Where this file and what the screen shows part; empty when they are the same. */
    String differsFrom(ScreenTable shown) {
        if (rows.size() != shown.rows().size()) {
            return rows.size() + " rows in the file, " + shown.rows().size() + " on the screen";
        }
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < shown.columns().size(); c++) {
                String inFile = c < rows.get(r).size() ? rows.get(r).get(c) : "";
                String onScreen = shown.rows().get(r).get(c);
                if (!same(onScreen, inFile)) {
                    return "row " + (r + 1) + " " + shown.columns().get(c) + ": '" + inFile + "' in the file, '"
                            + onScreen + "' on the screen";
                }
            }
        }
        return "";
    }

    private static boolean same(String shown, String filed) {
        if (shown.equals(ABSENT)) {
            return filed.isEmpty();
        }
        return shown.equals(collapsed(filed))
                || sameNumber(shown, filed)
                || sameTime(shown, filed)
                || isBeginning(shown, filed);
    }

    private static String collapsed(String filed) {
        return filed.replaceFirst("^'(?=[=+@-])", "").replaceAll("\\s+", " ").strip();
    }

    private static boolean sameNumber(String shown, String filed) {
        String plain = shown.replace(",", "").replace('−', '-').replaceFirst("^\\+", "");
        if (!plain.matches("-?[0-9]+(\\.[0-9]+)?") || !filed.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return false;
        }
        BigDecimal read = new BigDecimal(plain);
        return new BigDecimal(filed)
                        .setScale(read.scale(), RoundingMode.HALF_UP)
                        .compareTo(read)
                == 0;
    }

    private static boolean sameTime(String shown, String filed) {
        if (!filed.matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
            return false;
        }
        LocalDateTime time = filed.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(filed).toLocalDateTime()
                : LocalDateTime.parse(filed);
        return shown.startsWith(time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")))
                || shown.equals(time.toLocalDate() + "") && time.toLocalTime().toSecondOfDay() == 0;
    }

    private static boolean isBeginning(String shown, String filed) {
        return shown.endsWith("…") && filed.startsWith(shown.substring(0, shown.length() - 1));
    }
}
