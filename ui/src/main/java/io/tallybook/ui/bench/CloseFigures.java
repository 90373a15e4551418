package io.tallybook.ui.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code bench close} found.
 *
 * @param firstStartSeconds built jar to first page on an empty directory
 * @param startSeconds the same on the directory that start made
 */
public record CloseFigures(double firstStartSeconds, double startSeconds, List<MonthFigures> months) {
    public String json() {
        return JsonMapper.builder().build().writeValueAsString(this);
    }

    /** Prints the figures as tables for people. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%nstart-up to the first page   first %.1f s, again %.1f s%n",
                firstStartSeconds,
                startSeconds);
        row(out, "points", m -> "%,d".formatted(m.points()));
        row(out, "records", m -> "%,d".formatted(m.records()));
        row(out, "set up", m -> seconds(m.setUpSeconds()));
        row(out, "import, records/s", m -> "%,d".formatted(m.importPerSecond()));
        row(out, "raw UNNEST, records/s", m -> "%,d".formatted(m.rawPerSecond()));
        row(out, "import : raw, median of files", m -> "%.1f".formatted(m.ratio()));
        row(out, "delivered again", m -> "%,d in %s".formatted(m.again(), seconds(m.againSeconds())));
        row(out, "estimated", m -> "%,d in %s".formatted(m.estimated(), seconds(m.estimateSeconds())));
        row(out, "cut-off to pack ready", m -> seconds(m.readySeconds()));
        row(out, "approval to published", m -> seconds(m.publishedSeconds()));
        row(out, "lock", m -> seconds(m.lockSeconds()));
        row(out, "cut-off to locked", m -> seconds(m.readySeconds() + m.publishedSeconds() + m.lockSeconds()));
        row(out, "events", m -> "%,d".formatted(m.events()));
        row(out, "heap peak, at most", m -> "%,d MiB".formatted(m.heapPeakBytes() >> 20));
        row(out, "server again, month loaded", m -> seconds(m.restartSeconds()));
        for (MonthFigures month : months) {
            pages(out, month.points() + " points, month open", month.openPages());
            pages(out, month.points() + " points, month locked", month.lockedPages());
        }
    }

    private void row(PrintStream out, String name, Function<MonthFigures, String> figure) {
        StringBuilder line = new StringBuilder("%-32s".formatted(name));
        months.forEach(month -> line.append("%18s".formatted(figure.apply(month))));
        out.println(line);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static void pages(PrintStream out, String title, List<Pages.Times> pages) {
        out.printf(
                Locale.ROOT, "%n%-32s%10s%10s%10s%10s%12s%n", title, "requests", "p50 ms", "p95 ms", "max ms", "bytes");
        for (Pages.Times page : pages) {
            out.printf(
                    Locale.ROOT,
                    "%-32s%10d%10.1f%10.1f%10.1f%12d%n",
                    page.page(),
                    page.requests(),
                    page.p50(),
                    page.p95(),
                    page.worst(),
                    page.bytes());
        }
    }
}
