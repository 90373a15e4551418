package io.tallybook.intake;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.delivery.Counts;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.erp.PeriodImport;
import io.tallybook.intake.metering.QuantityImport;
import io.tallybook.intake.nomination.NominationImport;
import io.tallybook.intake.price.PriceImport;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.NominationProfile;
import io.tallybook.intake.profile.PeriodProfile;
import io.tallybook.intake.profile.PriceProfile;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.QuantityProfile;
import io.tallybook.intake.profile.SetupProfile;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.intake.setup.SetupFileImport;
import io.tallybook.intake.setup.SetupProposals;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file: stores its bytes, reads them by a profile, sends what is good to the command door and makes dead letters of
 * the rest. Importing a file again changes no figure. Memory stays flat however long the file is.
 */
public final class Importer {
    private final CommandDoor door;
    private final EventReader log;
    private final ObjectDirectory objects;
    private final SetupProposals proposals;
    private final Clock clock;

    public Importer(CommandDoor door, EventReader log, ObjectDirectory objects, SetupProposals proposals, Clock clock) {
        this.door = door;
        this.log = log;
        this.objects = objects;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Reads the stream to its end and closes it.
     *
     * @param name the file's name, for people
     * @throws DoorClosed when the person may not import, or the log is not there; what went in before stays
     * @throws IOException when the bytes cannot be taken over or stored
     */
    public ImportSummary run(Profile profile, String name, InputStream bytes, Caller caller) throws IOException {
        return run(profile, name, bytes, caller, caller.person());
    }

    /** @param proposer in whose name configuration is proposed; that person does not approve it */
    public ImportSummary run(Profile profile, String name, InputStream bytes, Caller caller, PersonId proposer)
            throws IOException {
        Instant began = clock.instant();
        Counted counted = new Counted(bytes);
        Sha256 hash;
        try (counted) {
            hash = objects.put(counted);
        }
        Source source = new Source(ImportIds.next(clock), hash, ImportIds.sourceName(name));
        Run run = Run.begin(new Courier(door, log), clock, caller, source, profile.name(), counted.bytes());
        FileRead read = read(profile, run, proposer);
        run.finish(read.counts());
        return new ImportSummary(
                source.importId(),
                source.name(),
                hash,
                counted.bytes(),
                profile.name(),
                read.counts(),
                read.failure(),
                Duration.between(began, clock.instant()),
                log.head());
    }

    private record FileRead(ImportCounts counts, @Nullable String failure) {}

    /** A file that turns out to be unreadable, at once or half way, is one more dead letter, with a line of its own. */
    private FileRead read(Profile profile, Run run, PersonId proposer) throws IOException {
        Counts counts = new Counts();
        Progress progress = new Progress();
        try (InputStream bytes = objects.open(run.source().file())
                        .orElseThrow(() -> new IOException(
                                "the file just stored is gone: " + run.source().file()));
                Rows rows = Rows.open(profile.format(), bytes)) {
            switch (profile) {
                case QuantityProfile quantities -> QuantityImport.run(quantities, rows, run, log, counts, progress);
                case PriceProfile prices -> PriceImport.run(prices, rows, run, counts, progress);
                case NominationProfile nominations ->
                    NominationImport.run(nominations, rows, run, log, counts, progress);
                case PeriodProfile periods -> PeriodImport.run(periods, rows, run, counts, progress);
                case SetupProfile setup -> SetupFileImport.run(setup, rows, run, proposals, proposer, counts, progress);
            }
            return new FileRead(counts.of(progress.rows), null);
        } catch (UnreadableFile e) {
            DeadLetters letters = new DeadLetters(run, counts);
            letters.row(progress.line + 1, 1, new BadValue(Category.UNREADABLE, e.sentence()), "");
            letters.send();
            return new FileRead(counts.of(progress.rows), e.sentence());
        }
    }

    private static final class Progress implements io.tallybook.intake.row.FileProgress {
        private int rows;
        private int line;

        @Override
        public void read(int at) {
            rows++;
            line = at;
        }
    }
}
