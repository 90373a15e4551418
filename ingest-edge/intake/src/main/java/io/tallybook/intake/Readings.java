package io.tallybook.intake;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.delivery.Counts;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.metering.ReadingResult;
import io.tallybook.intake.metering.ReadingsBatch;
import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.metering.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes a batch of readings, a JSON array of {@code {point, start | gasDay, kwh | value + unit, direction?, quality?}}. The
 * batch's own bytes are its source. Sending a batch again changes no figure: its readings are then unchanged.
 */
public final class Readings {
    /** Readings in one batch. */
    public static final int MAX_ITEMS = 10_000;

    /** Bytes of one batch. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final FileFormat.Json ARRAY = new FileFormat.Json(List.of());
    private static final String PROFILE = "readings";

    private final CommandDoor door;
    private final EventReader log;
    private final ObjectDirectory objects;
    private final Clock clock;

    public Readings(CommandDoor door, EventReader log, ObjectDirectory objects, Clock clock) {
        this.door = door;
        this.log = log;
        this.objects = objects;
        this.clock = clock;
    }

    /** The batch as an import, and what became of each reading, in order. */
    public record Taken(ImportSummary summary, List<ReadingResult> results) {}

    /**
     * @throws Invalid when the batch as a whole is not what it should be; nothing of it was taken
     * @throws DoorClosed when the person may not deliver readings, or the log is not there
     */
    public Taken take(byte[] json, Caller caller) throws IOException {
        Instant began = clock.instant();
        int items = items(json);
        Source source = new Source(ImportIds.next(clock), objects.put(json), PROFILE);
        Run run = Run.begin(new Courier(door, log), clock, caller, source, PROFILE, json.length);
        List<ReadingResult> results;
        try (Rows rows = rows(json)) {
            results = ReadingsBatch.run(rows, items, run, log);
        }
        Counts counts = new Counts();
        results.forEach(result -> counts.count(result.item(), result.outcome(), 1, result.reason()));
        run.finish(counts.of(items));
        ImportSummary summary = new ImportSummary(
                source.importId(),
                PROFILE,
                source.file(),
                json.length,
                PROFILE,
                counts.of(items),
                null,
                Duration.between(began, clock.instant()),
                log.head());
        return new Taken(summary, results);
    }

    /** Reads the batch once before anything is sent: half a batch is no batch. */
    private static int items(byte[] json) throws IOException {
        Invalid.unless(json.length <= MAX_BYTES, "a batch has at most " + MAX_BYTES + " bytes");
        int items = 0;
        try (Rows rows = rows(json)) {
            while (rows.next() != null) {
                items++;
            }
        } catch (UnreadableFile e) {
            throw new Invalid("the batch cannot be read: " + e.sentence());
        }
        Invalid.unless(items > 0, "the batch has no reading");
        Invalid.unless(items <= MAX_ITEMS, "a batch has at most " + MAX_ITEMS + " readings, this one has " + items);
        return items;
    }

    private static Rows rows(byte[] json) throws IOException {
        return Rows.open(ARRAY, new ByteArrayInputStream(json));
    }
}
