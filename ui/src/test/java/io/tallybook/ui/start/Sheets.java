package io.tallybook.ui.start;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** The set-up workbook as a person fills it in. */
final class Sheets {
    private static final int FIRST_ROW = 4;

    private Sheets() {}

    /** Below the headings, as a person types: numbers as numbers, a date as a date. */
    @SafeVarargs
    static void rows(Workbook workbook, String sheet, List<Object>... rows) {
        Sheet page = workbook.getSheet(sheet);
        var day = workbook.createCellStyle();
        day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int i = 0; i < rows.length; i++) {
            Row row = page.createRow(FIRST_ROW + i);
            for (int c = 0; c < rows[i].size(); c++) {
                Cell cell = row.createCell(c);
                switch (rows[i].get(c)) {
                    case Number number -> cell.setCellValue(number.doubleValue());
                    case LocalDate date -> {
                        cell.setCellValue(date);
                        cell.setCellStyle(day);
                    }
                    case Object text -> cell.setCellValue(text.toString());
                }
            }
        }
    }
}
