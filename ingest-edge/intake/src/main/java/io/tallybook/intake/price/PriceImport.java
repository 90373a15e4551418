package io.tallybook.intake.price;

import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.Delivered;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.Moments;
import io.tallybook.intake.profile.PriceProfile;
import io.tallybook.intake.row.FileProgress;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Price;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.messages.price.PriceStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of daily prices by its profile; a month's prices go to the series in one order. */
public final class PriceImport {
    /** Days one file may bring: more than two centuries. */
    static final int MAX_DAYS = 80_000;

    private static final int MAX_ENTRIES = 400;

    private final PriceProfile profile;
    private final Run run;
    private final Tally tally;
    private final Moments moments;
    private final DeadLetters deadLetters;
    private final Map<LocalDate, PriceEntry> seen = new HashMap<>();
    private final List<PriceEntry> waiting = new ArrayList<>();

    private PriceImport(PriceProfile profile, Run run, Tally tally) {
        this.profile = profile;
        this.run = run;
        this.tally = tally;
        this.moments = new Moments(profile.day());
        this.deadLetters = new DeadLetters(run, tally);
    }

    /** @throws UnreadableFile when the rest cannot be read; what came before is taken */
    public static void run(PriceProfile profile, Rows rows, Run run, Tally tally, FileProgress progress)
            throws IOException {
        PriceImport prices = new PriceImport(profile, run, tally);
        try {
            prices.checkColumns(rows.columns());
            for (Row row = rows.next(); row != null; row = rows.next()) {
                progress.read(row.line());
                prices.take(row);
            }
        } catch (UnreadableFile e) {
            prices.finish();
            throw e;
        }
        prices.finish();
    }

    private void finish() {
        send();
        deadLetters.send();
    }

    private void take(Row row) throws UnreadableFile {
        try {
            switch (row) {
                case Row.Bad bad -> throw new BadValue(Category.UNREADABLE, bad.reason());
                case Row.Good good -> take(good);
            }
        } catch (BadValue bad) {
            deadLetters.row(row.line(), 1, bad, row.raw());
        }
    }

    private void take(Row.Good row) throws BadValue, UnreadableFile {
        LocalDate day = moments.day(Objects.requireNonNullElse(row.cell(profile.dayField()), ""));
        String text = row.cell(profile.priceField());
        boolean blank = text == null || profile.nulls().isNull(text);
        if (blank && !profile.blankWithdraws()) {
            tally.count(row.line(), Fate.ABSENT, 1, null);
            return;
        }
        PriceEntry entry = new PriceEntry(day, blank ? null : price(text), status(row), row.line(), row.raw());
        PriceEntry before = seen.putIfAbsent(day, entry);
        if (before != null) {
            duplicate(before, entry);
            return;
        }
        if (seen.size() > MAX_DAYS) {
            throw new UnreadableFile("the file has prices of more than " + MAX_DAYS + " days");
        }
        add(entry);
    }

    private void duplicate(PriceEntry before, PriceEntry entry) throws BadValue {
        if (!Objects.equals(before.price(), entry.price()) || before.status() != entry.status()) {
            throw new BadValue(
                    Category.DUPLICATE,
                    "the price of " + entry.day()
                            + " came before in this file with another value; the first one counts");
        }
        tally.count(entry.line(), Fate.DUPLICATE, 1, null);
    }

    private void add(PriceEntry entry) {
        boolean anotherMonth =
                !waiting.isEmpty() && !YearMonth.from(waiting.getFirst().day()).equals(YearMonth.from(entry.day()));
        if (anotherMonth || waiting.size() >= MAX_ENTRIES) {
            send();
        }
        waiting.add(entry);
    }

    private Price price(@Nullable String text) throws BadValue {
        try {
            return new Price(profile.numbers().read(String.valueOf(text)), profile.currency());
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    private PriceStatus status(Row.Good row) throws BadValue {
        if (profile.statusField() == null) {
            return profile.status();
        }
        String word =
                Objects.requireNonNullElse(row.cell(profile.statusField()), "").strip();
        PriceStatus status = profile.statuses().get(word);
        if (status == null) {
            throw new BadValue(Category.UNREADABLE, BadValue.quoted(word) + " is no status the profile knows");
        }
        return status;
    }

    private void send() {
        if (waiting.isEmpty()) {
            return;
        }
        RecordPrices order = new RecordPrices(profile.series(), List.copyOf(waiting), run.source(), run.by(), run.at());
        Delivered delivered = run.courier().send(List.of(order), run.caller()).getFirst();
        Map<LocalDate, RecordedPrice> news = delivered.events().stream()
                .filter(PricesRecorded.class::isInstance)
                .flatMap(event -> ((PricesRecorded) event).prices().stream())
                .collect(Collectors.toMap(RecordedPrice::day, price -> price));
        for (PriceEntry entry : waiting) {
            settle(entry, delivered, news.get(entry.day()));
        }
        waiting.clear();
    }

    private void settle(PriceEntry entry, Delivered delivered, @Nullable RecordedPrice news) {
        if (delivered.refused()) {
            BadValue bad = new BadValue(Category.REFUSED, delivered.answer().sentence());
            deadLetters.row(entry.line(), 1, bad, entry.raw());
        } else if (news == null) {
            tally.count(entry.line(), Fate.UNCHANGED, 1, null);
        } else {
            tally.count(entry.line(), news.version() == 1 ? Fate.ACCEPTED : Fate.CORRECTED, 1, null);
        }
    }

    private void checkColumns(List<String> columns) throws UnreadableFile {
        Set<String> missing = new LinkedHashSet<>(List.of(profile.dayField(), profile.priceField()));
        if (profile.statusField() != null) {
            missing.add(profile.statusField());
        }
        missing.removeAll(columns);
        if (!columns.isEmpty() && !missing.isEmpty()) {
            throw new UnreadableFile("the header has no column '" + String.join("', '", missing) + "'");
        }
    }
}
