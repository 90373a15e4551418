package io.tallybook.command.source;

import io.tallybook.messages.PullId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceCommand.FailPull;
import io.tallybook.messages.source.SourceCommand.RecordPull;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a source remembers of its pulls.
 *
 * @param watermark how far it has been read
 * @param last the object taken last
 * @param objects and {@code counts}: of the pull that has not ended yet
 * @param ended the pull that ended last, and {@code endedAt} when that one had begun
 * @param sentence why the last one failed; null when it did not
 * @param askedAt when somebody asked for a pull that has not come yet
 */
record Pulls(
        @Nullable String watermark,
        @Nullable ObjectTaken last,
        int objects,
        ImportCounts counts,
        @Nullable PullId ended,
        @Nullable Instant endedAt,
        @Nullable String sentence,
        @Nullable Instant askedAt) {
    static final Pulls NONE = new Pulls(null, null, 0, ImportCounts.NONE, null, null, null, null);

    /** A pull that brought nothing, or failed as the one before, is written down this often: a sign of life, not a flood. */
    static final Duration SIGN_OF_LIFE = Duration.ofHours(24);

    /** @throws Refused when the source has been defined anew, or another pull has read on, since this one began */
    void requireCurrent(PullStart start, int version) {
        Refused.when(
                start.version() != version,
                "source-defined-anew",
                "The source has been defined anew since this pull began; the next pull reads by the new definition.");
        Refused.when(
                !Objects.equals(start.watermark(), watermark),
                "watermark-moved",
                "Another pull has read on from this watermark; nothing is lost, the next pull goes on from there.",
                Map.of("watermark", String.valueOf(watermark), "expected", String.valueOf(start.watermark())));
    }

    boolean isAwaited() {
        return askedAt != null;
    }

    boolean isLast(ObjectTaken taken) {
        return taken.equals(last);
    }

    boolean hasEnded(PullId pull) {
        return pull.equals(ended);
    }

    PullRecorded recorded(RecordPull order) {
        PullId pull = order.start().pull();
        return new PullRecorded(
                order.source(),
                pull,
                order.start().startedAt(),
                objects(pull),
                counts(pull),
                order.watermark(),
                order.more());
    }

    PullFailed failed(FailPull order) {
        PullId pull = order.start().pull();
        return new PullFailed(
                order.source(),
                pull,
                order.start().startedAt(),
                objects(pull),
                counts(pull),
                order.cause(),
                order.sentence(),
                order.answer());
    }

    boolean isNews(PullRecorded pull) {
        return pull.objects() > 0
                || pull.watermark() != null && !pull.watermark().equals(watermark)
                || sentence != null
                || isNews(pull.startedAt());
    }

    boolean isNews(PullFailed pull) {
        return pull.objects() > 0 || !pull.sentence().equals(sentence) || isNews(pull.startedAt());
    }

    private boolean isNews(Instant startedAt) {
        return askedAt != null || endedAt == null || !startedAt.isBefore(endedAt.plus(SIGN_OF_LIFE));
    }

    /** What was read counts no longer: another definition begins where it says. */
    Pulls fromTheStart() {
        return new Pulls(null, null, 0, ImportCounts.NONE, ended, endedAt, sentence, askedAt);
    }

    Pulls asked(Instant at) {
        return new Pulls(watermark, last, objects, counts, ended, endedAt, sentence, at);
    }

    Pulls after(ObjectTaken e) {
        return new Pulls(
                e.watermark() == null ? watermark : e.watermark(),
                e,
                objects(e.pull()) + 1,
                counts(e.pull()).plus(e.object().counts()),
                ended,
                endedAt,
                sentence,
                askedAt);
    }

    Pulls after(PullRecorded e) {
        return new Pulls(
                e.watermark() == null ? watermark : e.watermark(),
                last,
                0,
                ImportCounts.NONE,
                e.pull(),
                e.startedAt(),
                null,
                unanswered(e.startedAt()));
    }

    Pulls after(PullFailed e) {
        return new Pulls(
                watermark,
                last,
                0,
                ImportCounts.NONE,
                e.pull(),
                e.startedAt(),
                e.sentence(),
                unanswered(e.startedAt()));
    }

    private @Nullable Instant unanswered(Instant startedAt) {
        return askedAt != null && askedAt.isAfter(startedAt) ? askedAt : null;
    }

    private int objects(PullId pull) {
        return last != null && last.pull().equals(pull) ? objects : 0;
    }

    private ImportCounts counts(PullId pull) {
        return last != null && last.pull().equals(pull) ? counts : ImportCounts.NONE;
    }
}
