package io.tallybook.ui.api;

import io.tallybook.messages.Direction;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract's share of a point and direction as a request says it; without a method it is by percentage.
 *
 * @param share 0 to 1, eight decimals; only a share by percentage needs one
 * @param rank RANKED: 1 to 64, lowest first
 * @param takesDifference SWING, MEASURED_DIFFERENCE: whether this is the swing or unmetered party
 * @param mayBeNegative whether that party may be allocated less than nothing
 * @param factorFrom OPERATOR_PROVIDED: the smallest factor taken, 0.80000 if absent
 * @param factorTo the largest, 1.20000 if absent
 */
record ShareBody(
        String point,
        Direction direction,
        @Nullable BigDecimal share,
        @Nullable AllocationMethod method,
        @Nullable Integer rank,
        @Nullable Boolean takesDifference,
        @Nullable Boolean mayBeNegative,
        @Nullable BigDecimal factorFrom,
        @Nullable BigDecimal factorTo) {
    /** As the sheet 'Shares' has it. */
    Map<String, String> cells(String contract, String effectiveFrom) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("Contract", contract);
        cells.put("Effective from", effectiveFrom);
        cells.put("Point", point);
        cells.put("Direction", direction.name());
        put(cells, "Share", plain(share));
        put(cells, "Method", method == null ? null : method.name());
        put(cells, "Rank", rank == null ? null : rank.toString());
        put(cells, "Takes the difference", yes(takesDifference));
        put(cells, "May go negative", yes(mayBeNegative));
        put(cells, "Factor from", plain(factorFrom));
        put(cells, "Factor to", plain(factorTo));
        return cells;
    }

    private static void put(Map<String, String> cells, String heading, @Nullable String cell) {
        if (cell != null) {
            cells.put(heading, cell);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String yes(@Nullable Boolean said) {
        return said == null ? null : said ? SetupSheet.YES : SetupSheet.NO;
    }
}
