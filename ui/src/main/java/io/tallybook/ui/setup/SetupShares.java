package io.tallybook.ui.setup;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.FactorBand;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A contract's share as the sheet 'Shares' writes it: what a method does not ask for is an empty cell. */
final class SetupShares {
    private SetupShares() {}

    /** @throws Invalid when the row does not say what its method asks for; the message names the heading */
    static PointShare share(SetupRow row) {
        AllocationMethod method =
                Cells.choice("Method", row.cell("Method", AllocationMethod.PERCENTAGE.name()), AllocationMethod.class);
        AllocationRule rule = AllocationRule.written(
                method,
                row.cells().containsKey("Rank") ? Cells.whole(row, "Rank", "1") : null,
                yes(row, "Takes the difference"),
                yes(row, "May go negative"),
                number(row, "Factor from"),
                number(row, "Factor to"));
        // only a percentage is split by the share
        BigDecimal share =
                rule == null || row.cells().containsKey("Share") ? Cells.number(row, "Share") : BigDecimal.ZERO;
        return new PointShare(
                new PointId(row.cell("Point")),
                Cells.choice(row, "Direction", Direction.class),
                new Share(share),
                rule);
    }

    /** The cells from the share on; what an empty cell says as well is left empty. */
    static List<String> cells(PointShare share) {
        AllocationRule rule = share.rule();
        BigDecimal number = share.share().value();
        if (rule == null) {
            return List.of(number.toPlainString(), "", "", "", "", "", "");
        }
        FactorBand band = rule.band();
        return List.of(
                number.signum() == 0 ? "" : number.toPlainString(),
                rule.method().name(),
                rule.rank() == null ? "" : rule.rank().toString(),
                rule.balancing() ? SetupSheet.YES : "",
                rule.mayBeNegative() ? SetupSheet.YES : "",
                band == null ? "" : band.low().toPlainString(),
                band == null ? "" : band.high().toPlainString());
    }

    /** Whether a cell says no more than an empty one would. */
    static boolean isSaidByEmpty(String cell) {
        return cell.equals(AllocationMethod.PERCENTAGE.name()) || cell.equals(SetupSheet.NO);
    }

    private static @Nullable BigDecimal number(SetupRow row, String heading) {
        return row.cells().containsKey(heading) ? Cells.number(row, heading) : null;
    }

    private static boolean yes(SetupRow row, String heading) {
        String text = row.cell(heading, SetupSheet.NO).toUpperCase(Locale.ROOT);
        Invalid.unless(
                text.equals(SetupSheet.YES) || text.equals(SetupSheet.NO),
                "'" + heading + "' is YES or NO, not '" + text + "'");
        return text.equals(SetupSheet.YES);
    }
}
