package io.tallybook.report.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The few styles of a workbook: inputs blue, formulas black (the auditor's habit), totals bold under a line. */
final class Styles {
    /** What a cell is. */
    enum Kind {
        INPUT,
        DERIVED,
        TOTAL,
        /** Typed in, in the row of totals. */
        TOTAL_INPUT
    }

    private record Key(Format format, Kind kind, boolean quoted) {}

    private static final String FONT = "Arial";
    private static final byte[] BLUE = rgb(0x1F, 0x4E, 0x9E);
    private static final byte[] INK = rgb(0x1A, 0x1D, 0x21);
    private static final byte[] GREY = rgb(0x6B, 0x72, 0x80);
    private static final byte[] SHADE = rgb(0xEE, 0xF0, 0xF3);
    private final SXSSFWorkbook workbook;
    private final Map<Key, CellStyle> cells = new HashMap<>();
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle leftHeader;
    private final CellStyle rightHeader;

    Styles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        plainFont();
        title = style(font(INK, 14, true));
        note = style(font(GREY, 9, false));
        title.setAlignment(HorizontalAlignment.LEFT);
        title.setIndention((short) 1);
        note.setAlignment(HorizontalAlignment.LEFT);
        note.setIndention((short) 1);
        leftHeader = header(HorizontalAlignment.LEFT);
        rightHeader = header(HorizontalAlignment.RIGHT);
    }

    CellStyle title() {
        return title;
    }

    CellStyle note() {
        return note;
    }

    CellStyle header(Format format) {
        return format == Format.TEXT ? leftHeader : rightHeader;
    }

    CellStyle cell(Format format, Kind kind, boolean quoted) {
        return cells.computeIfAbsent(new Key(format, kind, quoted), this::make);
    }

    private CellStyle make(Key key) {
        boolean total = key.kind() == Kind.TOTAL || key.kind() == Kind.TOTAL_INPUT;
        boolean input = key.kind() == Kind.INPUT || key.kind() == Kind.TOTAL_INPUT;
        boolean blue = input && key.format().numeric();
        CellStyle style = style(font(blue ? BLUE : INK, 10, total));
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format().code()));
        style.setAlignment(key.format() == Format.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setIndention((short) (key.format() == Format.TEXT ? 1 : 0));
        style.setQuotePrefixed(key.quoted());
        if (total) {
            style.setBorderTop(BorderStyle.THIN);
        }
        return style;
    }

    private CellStyle header(HorizontalAlignment alignment) {
        XSSFCellStyle style = (XSSFCellStyle) style(font(INK, 10, true));
        style.setAlignment(alignment);
        style.setIndention((short) (alignment == HorizontalAlignment.LEFT ? 1 : 0));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setFillForegroundColor(new XSSFColor(SHADE));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle style(Font font) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private void plainFont() {
        Font first = workbook.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints((short) 10);
    }

    private Font font(byte[] colour, int points, boolean bold) {
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setColor(new XSSFColor(colour));
        font.setBold(bold);
        return font;
    }

    private static byte[] rgb(int red, int green, int blue) {
        return new byte[] {(byte) 0xFF, (byte) red, (byte) green, (byte) blue};
    }
}
