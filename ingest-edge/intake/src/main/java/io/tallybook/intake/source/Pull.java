package io.tallybook.intake.source;

import io.tallybook.eventlog.Caller;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.Importer;
import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.profile.Profile;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceCommand.FailPull;
import io.tallybook.messages.source.SourceCommand.RecordPull;
import io.tallybook.messages.source.SourceCommand.TakeObject;
import io.tallybook.messages.source.TakenObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One pull under way: imports what it is handed and tells the source of it, object by object. */
final class Pull {
    private static final String NAME = "source";

    private final SourceId source;
    private final Importer importer;
    private final Courier courier;
    private final Clock clock;
    private final Caller caller;
    private final PersonId proposer;
    private PullStart start;
    private int taken;
    private boolean more;

    Pull(SourceId source, SourceState state, PullStart start, Importer importer, Courier courier, Clock clock) {
        this.source = source;
        this.proposer = state.definedBy();
        this.start = start;
        this.importer = importer;
        this.courier = courier;
        this.clock = clock;
        this.caller = Caller.process(NAME).causedBy(start.pull().value(), source.toString());
    }

    int taken() {
        return taken;
    }

    /** By the profile, as any file: what is good becomes orders, the rest dead letters. Who defined the source proposes what it says. */
    ImportSummary imported(Profile profile, String name, InputStream bytes) throws IOException {
        return importer.run(profile, source.value() + " " + name, bytes, caller, proposer);
    }

    /** @param watermark to be saved with it; null leaves the one before */
    void take(TakenObject object, @Nullable String watermark) {
        give(new TakeObject(source, start, ++taken, object, watermark, at()));
        start = watermark == null ? start : start.from(watermark);
    }

    /** @param rest whether it stopped at its bound and the source has more */
    void end(@Nullable String watermark, boolean rest) {
        give(new RecordPull(source, start, watermark, rest, at()));
        more = rest;
    }

    boolean hasMore() {
        return more;
    }

    void stopped(PullStopped why) {
        give(new FailPull(source, start, why.fault(), why.sentence(), why.answer(), at()));
    }

    private void give(Command order) {
        courier.one(order, caller);
    }

    private Instant at() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
