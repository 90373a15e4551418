package io.tallybook.ui.close;

import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerLink;
import io.tallybook.query.close.BlockerLink.ToAllocation;
import io.tallybook.query.close.BlockerLink.ToBalance;
import io.tallybook.query.close.BlockerLink.ToClose;
import io.tallybook.query.close.BlockerLink.ToDeadLetters;
import io.tallybook.query.close.BlockerLink.ToJournal;
import io.tallybook.query.close.BlockerLink.ToLateData;
import io.tallybook.query.close.BlockerLink.ToMeterMonth;
import io.tallybook.query.close.BlockerLink.ToPrices;
import io.tallybook.query.close.BlockerLink.ToVariances;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.ui.frame.Ways;

/** Where a blocker is put right. */
public final class BlockerWays {
    private BlockerWays() {}

    public static String of(CloseOverview close, Blocker blocker) {
        String way = of(close, blocker.link());
        return switch (blocker.kind()) {
            case REJECTED -> Ways.close(close.closeId()) + "#sign";
            case MISSING_RECORDS, ESTIMATE_NOT_ACCEPTED -> way + "#estimate";
            default -> way;
        };
    }

    private static String of(CloseOverview close, BlockerLink link) {
        return switch (link) {
            case ToMeterMonth to -> Ways.meterMonth(to.month());
            case ToDeadLetters to -> Ways.deadLetters(to.month());
            case ToBalance to ->
                Ways.balance(close.closeId(), to.balance().area()) + "#explain-"
                        + (to.day() == null ? "month" : to.day());
            case ToPrices to -> Ways.prices(to.series(), to.period());
            case ToAllocation to -> Ways.stream(to.run().toString());
            case ToVariances to ->
                Ways.variances(close.closeId()) + "?contract=" + to.contract().value();
            case ToJournal to -> Ways.journal(close.closeId());
            case ToLateData to -> Ways.close(close.closeId()) + "#late";
            case ToClose to -> Ways.close(to.closeId());
        };
    }
}
