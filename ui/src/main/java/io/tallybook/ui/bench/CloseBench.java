package io.tallybook.ui.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Start-up, then months of several sizes one after the other, each in a directory of its own. */
public final class CloseBench {
    /** One for each hour of the month. */
    public static final int MOST_FILES = 745;

    private final Path directory;
    private final int files;
    private final int requests;
    private final PrintStream progress;

    /**
     * @param files each month's hours come in: 1 to 745
     * @param requests per page
     */
    public CloseBench(Path directory, int files, int requests, PrintStream progress) {
        this.directory = directory;
        this.files = files;
        this.requests = requests;
        this.progress = progress;
    }

    /**
     * Runs everything, one thing after the other.
     *
     * @param sizes points of the months
     */
    public CloseFigures run(List<Integer> sizes) throws Exception {
        progress.println("start-up on an empty directory, then again");
        Path books = directory.resolve("books");
        double first = StartUp.seconds(books);
        double again = StartUp.seconds(books);
        List<MonthFigures> months = new ArrayList<>();
        for (int points : sizes) {
            months.add(month(points).run());
        }
        return new CloseFigures(first, again, months);
    }

    private MonthBench month(int points) throws IOException {
        return new MonthBench(
                new BenchSystem(points), directory.resolve("points-" + points), files, requests, progress);
    }
}
