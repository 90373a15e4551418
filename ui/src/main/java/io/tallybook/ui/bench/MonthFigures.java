package io.tallybook.ui.bench;

import io.tallybook.ui.bench.Pages.Times;
import java.util.List;

/**
 * What one month took.
 *
 * @param records readings imported
 * @param importSeconds through the API until the views show them, all files together
 * @param rawSeconds of the same rows into a plain table
 * @param ratio import time per raw time, the median over the files, each file imported right beside its raw insert
 * @param again readings delivered again: corrections, and what could not be read at first
 * @param againSeconds to take those, dead letters settled
 * @param estimated intervals estimated, a point's together, each proposed by one person and accepted by another
 * @param estimateSeconds for all of them, one order after the other
 * @param readySeconds cut-off to pack ready for its first approval
 * @param publishedSeconds first approval to the pack published: signatures, posting, acknowledgement, documents
 * @param lockSeconds the order to lock until it is locked
 * @param events in the log at the end
 * @param heapPeakBytes of the whole run, server and bench in one JVM: at most this
 * @param restartSeconds the stopped server until its first page again, within a running JVM
 */
record MonthFigures(
        int points,
        int records,
        double setUpSeconds,
        double importSeconds,
        double rawSeconds,
        double ratio,
        int again,
        double againSeconds,
        int estimated,
        double estimateSeconds,
        double readySeconds,
        double publishedSeconds,
        double lockSeconds,
        long events,
        long heapPeakBytes,
        double restartSeconds,
        List<Times> openPages,
        List<Times> lockedPages) {
    MonthFigures restarted(double seconds) {
        return new MonthFigures(
                points,
                records,
                setUpSeconds,
                importSeconds,
                rawSeconds,
                ratio,
                again,
                againSeconds,
                estimated,
                estimateSeconds,
                readySeconds,
                publishedSeconds,
                lockSeconds,
                events,
                heapPeakBytes,
                seconds,
                openPages,
                lockedPages);
    }

    long importPerSecond() {
        return Math.round(records / importSeconds);
    }

    long rawPerSecond() {
        return Math.round(records / rawSeconds);
    }
}
