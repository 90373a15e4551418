package io.tallybook.query;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import io.tallybook.messages.source.SourceEvent.PullRequested;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.SourceEvent.SourcePaused;
import io.tallybook.messages.source.SourceEvent.SourceResumed;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.TakenObject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source and the events of its first days. */
final class SampleSource {
    static final Instant AT = Instant.parse("2024-11-01T06:00:00Z");
    static final ImportCounts COUNTS = new ImportCounts(9, 3, 2, 1, 1, 0, 1, 1);

    final SourceId source;
    private final Told told;

    SampleSource(Told told, String name) {
        this.told = told;
        this.source = new SourceId(name);
    }

    /** A pull of two pages, one that failed half way, one under way, one asked for; paused in between. */
    SampleSource pulls() {
        told.by(
                source,
                new SourceDefined(source, 1, folder(), false, Sample.EVA),
                new SourceDefined(source, 2, http(60), false, Sample.EVA),
                taken("1", 1, "5"),
                taken("1", 2, null),
                new PullRecorded(source, pull("1"), AT, 2, COUNTS.plus(COUNTS), "9", false),
                new SourcePaused(source, "being moved", Sample.EVA),
                new SourceResumed(source, Sample.EVA),
                new PullRequested(source, AT.plusSeconds(1), Sample.EVA),
                taken("2", 1, "11"),
                new PullFailed(
                        source,
                        pull("2"),
                        AT.plusSeconds(2),
                        1,
                        COUNTS,
                        PullFault.UNREADABLE,
                        "The answer is no JSON.",
                        Sha256.of("answer")),
                new SourceDefined(source, 3, http(120), true, Sample.ANN),
                taken("3", 1, null),
                new SourcePaused(source, "gone for repair", Sample.EVA),
                new PullRequested(source, AT.plusSeconds(9), Sample.EVA));
        return this;
    }

    PullId pull(String number) {
        return new PullId(source.value() + "/" + number);
    }

    private ObjectTaken taken(String pull, int number, @Nullable String watermark) {
        String name = "page " + pull + "." + number;
        TakenObject object = new TakenObject(
                name, Sha256.of(name), 512, AT, new ImportId(source.value() + "/" + pull + "." + number), COUNTS);
        return new ObjectTaken(source, pull(pull), AT.plusSeconds(Integer.parseInt(pull)), number, object, watermark);
    }

    private static SourceDefinition folder() {
        return new SourceDefinition(SourceKind.FLOW_COMPUTER, new FolderFeed("north", "*.csv"), null, profile(), 60);
    }

    static SourceDefinition http(int perMinute) {
        HttpFeed feed = new HttpFeed(
                "https://history.example.com",
                "/values",
                Map.of(),
                new Paging(PagingStyle.PAGE, "page", null, 1, null, 0),
                null,
                perMinute,
                30,
                "historian");
        return new SourceDefinition(SourceKind.HISTORIAN, null, feed, profile(), 300);
    }

    private static ProfileText profile() {
        return new ProfileText("hourly", Sha256.of("hourly"));
    }
}
