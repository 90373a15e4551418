package io.tallybook.intake.nomination;

import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.Delivered;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.NominationProfile;
import io.tallybook.intake.row.FileProgress;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.Energy;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of nominations by its profile; a contract's month at a point goes to the door in one order. What a closed month
 * refuses becomes a dead letter, so that nobody loses it.
 */
public final class NominationImport {
    /** Rows one file may bring: 64 contracts at 64 points, both ways, two months. */
    static final int MAX_ROWS = 500_000;

    /** Rows that wait before they are sent. */
    private static final int MAX_WAITING = 20_000;

    private final NominationProfile profile;
    private final RowReader reader;
    private final EventReader log;
    private final Run run;
    private final Tally tally;
    private final DeadLetters deadLetters;
    private final Map<NominationRow.Key, Optional<Energy>> seen = new HashMap<>();
    private final Map<NominationMonthId, List<NominationRow>> waiting = new LinkedHashMap<>();
    private int rows;

    private NominationImport(NominationProfile profile, Run run, EventReader log, Tally tally) {
        this.profile = profile;
        this.reader = new RowReader(profile, log);
        this.log = log;
        this.run = run;
        this.tally = tally;
        this.deadLetters = new DeadLetters(run, tally);
    }

    /** @throws UnreadableFile when the rest cannot be read; what came before is taken */
    public static void run(
            NominationProfile profile, Rows rows, Run run, EventReader log, Tally tally, FileProgress progress)
            throws IOException {
        NominationImport nominations = new NominationImport(profile, run, log, tally);
        try {
            nominations.checkColumns(rows.columns());
            for (Row row = rows.next(); row != null; row = rows.next()) {
                progress.read(row.line());
                nominations.take(row);
            }
        } finally {
            nominations.send();
            nominations.deadLetters.send();
        }
    }

    private void take(Row row) throws UnreadableFile {
        try {
            switch (row) {
                case Row.Bad bad -> throw new BadValue(Category.UNREADABLE, bad.reason());
                case Row.Good good -> take(reader.read(good), good);
            }
        } catch (BadValue bad) {
            deadLetters.row(row.line(), 1, bad, row.raw());
        }
    }

    private void take(@Nullable NominationRow said, Row.Good row) throws BadValue, UnreadableFile {
        if (said == null) {
            tally.count(row.line(), Fate.ABSENT, 1, null);
            return;
        }
        if (seen.containsKey(said.key())) {
            duplicate(said);
            return;
        }
        if (seen.size() >= MAX_ROWS) {
            throw new UnreadableFile("the file has nominations in more than " + MAX_ROWS + " rows");
        }
        seen.put(said.key(), Optional.ofNullable(said.energy()));
        waiting.computeIfAbsent(said.month(), month -> new ArrayList<>()).add(said);
        rows++;
        if (rows >= MAX_WAITING) {
            send();
        }
    }

    private void duplicate(NominationRow said) throws BadValue {
        if (!Optional.ofNullable(said.energy()).equals(seen.get(said.key()))) {
            throw new BadValue(
                    Category.DUPLICATE,
                    "the " + said.direction() + " of " + said.day()
                            + " came before in this file with another value; the first one counts");
        }
        tally.count(said.line(), Fate.DUPLICATE, 1, null);
    }

    private void send() {
        List<MonthRows> months = waiting.entrySet().stream()
                .map(e -> MonthRows.of(log, e.getKey(), profile.what(), e.getValue()))
                .toList();
        for (int from = 0; from < months.size(); from += Courier.CHUNK) {
            send(months.subList(from, Math.min(months.size(), from + Courier.CHUNK)));
        }
        waiting.clear();
        rows = 0;
    }

    private void send(List<MonthRows> months) {
        List<RecordNominations> orders = months.stream()
                .map(month -> new RecordNominations(
                        month.month(), profile.what(), month.days(), run.source(), run.by(), run.at()))
                .toList();
        List<Delivered> delivered = run.courier().send(orders, run.caller());
        for (int i = 0; i < months.size(); i++) {
            MonthRows month = months.get(i);
            Delivered answer = delivered.get(i);
            month.rows().forEach(row -> settle(month, row, answer));
        }
    }

    private void settle(MonthRows month, NominationRow row, Delivered delivered) {
        if (delivered.refused()) {
            BadValue bad = new BadValue(Category.REFUSED, delivered.answer().sentence());
            deadLetters.row(row.line(), 1, bad, row.raw());
        } else {
            tally.count(row.line(), month.fate(row), 1, null);
        }
    }

    private void checkColumns(List<String> columns) throws UnreadableFile {
        Set<String> missing = reader.columns();
        missing.removeAll(columns);
        if (!columns.isEmpty() && !missing.isEmpty()) {
            throw new UnreadableFile("the header has no column '" + String.join("', '", missing) + "'");
        }
    }
}
