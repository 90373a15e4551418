package io.tallybook.report.sheet;

import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Red for what is out, green for what is in; the words themselves carry the meaning. */
final class StatusColours {
    private StatusColours() {}

    static void on(SXSSFSheet sheet, String range) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        CellRangeAddress[] cells = {CellRangeAddress.valueOf(range)};
        ConditionalFormattingRule[] rules = {bad(formatting, "OUT"), bad(formatting, "OUTSIDE"), good(formatting)};
        formatting.addConditionalFormatting(cells, rules);
    }

    private static ConditionalFormattingRule bad(SheetConditionalFormatting formatting, String word) {
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + word + "\"");
        FontFormatting font = rule.createFontFormatting();
        font.setFontColorIndex(IndexedColors.DARK_RED.index);
        font.setFontStyle(false, true);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(IndexedColors.ROSE.index);
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        return rule;
    }

    private static ConditionalFormattingRule good(SheetConditionalFormatting formatting) {
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"TIES\"");
        rule.createFontFormatting().setFontColorIndex(IndexedColors.GREEN.index);
        return rule;
    }
}
