package io.tallybook.command.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
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
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceCommand.FailPull;
import io.tallybook.messages.source.SourceCommand.PauseSource;
import io.tallybook.messages.source.SourceCommand.RecordPull;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceCommand.ResumeSource;
import io.tallybook.messages.source.SourceCommand.TakeObject;
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
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceTest {
    private static final SourceId ID = new SourceId("historian");
    private static final Instant AT = Story.AT;
    private static final PullId ONE = new PullId("one");
    private static final PullId TWO = new PullId("two");
    private static final ImportCounts COUNTS = new ImportCounts(9, 8, 0, 0, 0, 0, 0, 1);
    private static final SourceDefined DEFINED = defined(1, http("/values", null, 60));

    private final Story story = Story.of(Source.class);

    @Test
    void isDefinedOnceAndAgainOnlyWithAnotherDefinition() {
        story.given().when(define(DEFINED.definition())).then(DEFINED);
        story.given(DEFINED).when(define(DEFINED.definition())).thenNothing();
        SourceDefinition faster = http("/values", null, 600);
        story.given(DEFINED).when(define(faster)).then(defined(2, faster, true));
        SourceDefinition others = http("/others", null, 60);
        story.given(DEFINED).when(define(others)).then(defined(2, others, false));
        SourceDefinition earlier = http("/values", "2", 60);
        story.given(DEFINED).when(define(earlier)).then(defined(2, earlier, false));
        story.given(DEFINED).when(define(folder())).then(defined(2, folder(), false));
    }

    @Test
    void isPausedWithAReasonAndResumedOnce() {
        SourcePaused paused = new SourcePaused(ID, "gone for repair", Story.ENGINEER);
        SourceResumed resumed = new SourceResumed(ID, Story.ENGINEER);
        story.given(DEFINED).when(pause("gone for repair")).then(paused);
        story.given(DEFINED).when(pause(" ")).thenRefused("reason-needed");
        story.given(DEFINED, paused).when(pause("again")).thenNothing();
        story.given(DEFINED, paused)
                .when(new ResumeSource(ID, Story.ENGINEER, AT))
                .then(resumed);
        story.given(DEFINED).when(new ResumeSource(ID, Story.ENGINEER, AT)).thenNothing();
        story.given(DEFINED, paused).when(request()).thenRefused("source-is-paused");
    }

    @Test
    void isNotFoundBeforeItIsDefined() {
        story.given().when(request()).thenRefused("not-found");
        story.given().when(take(ONE, 1, null, "5")).thenRefused("not-found");
        story.given().when(end(ONE, null, "5", AT)).thenRefused("not-found");
    }

    @Test
    void savesTheWatermarkOfAPageWithThePageAndAddsUpThePull() {
        ObjectTaken first = taken(ONE, 1, "5");
        story.given(DEFINED).when(take(ONE, 1, null, "5")).then(first);
        ObjectTaken second = taken(ONE, 2, null);
        story.given(DEFINED, first).when(take(ONE, 2, "5", null)).then(second);
        story.given(DEFINED, first, second)
                .when(end(ONE, "5", "9", AT))
                .then(new PullRecorded(ID, ONE, AT, 2, COUNTS.plus(COUNTS), "9", false));
    }

    @Test
    void takesARepeatOfAPageOrAnEndOnce() {
        ObjectTaken first = taken(ONE, 1, "5");
        story.given(DEFINED, first).when(take(ONE, 1, null, "5")).thenNothing();
        PullRecorded ended = new PullRecorded(ID, ONE, AT, 1, COUNTS, "5", false);
        story.given(DEFINED, first, ended).when(end(ONE, "5", "5", AT)).thenNothing();
        story.given(DEFINED, first, ended).when(fail(ONE, "x", AT)).thenNothing();
    }

    @Test
    void ofTwoPullsFromOneWatermarkOneReadsOn() {
        ObjectTaken first = taken(ONE, 1, "5");
        story.given(DEFINED, first).when(take(TWO, 1, null, "4")).thenRefused("watermark-moved");
        story.given(DEFINED, first).when(end(TWO, null, "4", AT)).thenRefused("watermark-moved");
    }

    @Test
    void whatAnOlderDefinitionReadIsRefused() {
        SourceDefined anew = defined(2, http("/others", null, 60));
        story.given(DEFINED, anew).when(take(ONE, 1, null, "5")).thenRefused("source-defined-anew");
    }

    @Test
    void anotherAddressOrStartBeginsAgainAndAnotherPaceDoesNot() {
        ObjectTaken first = taken(ONE, 1, "5");
        story.given(DEFINED, first, defined(2, http("/others", null, 60)))
                .when(take(2, TWO, null, "3"))
                .then(taken(TWO, 1, "3"));
        story.given(DEFINED, first, defined(2, http("/values", "2", 60)))
                .when(take(2, TWO, null, "3"))
                .then(taken(TWO, 1, "3"));
        story.given(DEFINED, first, defined(2, http("/values", null, 600), true))
                .when(take(2, TWO, null, "3"))
                .thenRefused("watermark-moved");
        story.given(DEFINED, first, defined(2, folder()))
                .when(take(2, TWO, null, null))
                .then(taken(TWO, 1, null));
    }

    @Test
    void anEmptyPullIsWrittenDownOnceADayAndWhenSomebodyAskedForIt() {
        PullRecorded empty = new PullRecorded(ID, ONE, AT, 0, ImportCounts.NONE, null, false);
        story.given(DEFINED).when(end(ONE, null, null, AT)).then(empty);
        Instant later = AT.plus(Duration.ofHours(24)).minusMillis(1);
        story.given(DEFINED, empty).when(end(TWO, null, null, later)).thenNothing();
        assertThat(story.given(DEFINED, empty)
                        .when(end(TWO, null, null, later.plusMillis(1)))
                        .events())
                .hasSize(1);
        PullRequested asked = new PullRequested(ID, AT.plusSeconds(1), Story.ENGINEER);
        story.given(DEFINED, empty).when(request()).then(new PullRequested(ID, AT, Story.ENGINEER));
        story.given(DEFINED, empty, asked).when(request()).thenNothing();
        assertThat(story.given(DEFINED, empty, asked)
                        .when(end(TWO, null, null, AT.plusSeconds(2)))
                        .events())
                .hasSize(1);
    }

    @Test
    void aRequestMadeDuringAPullIsNotAnsweredByIt() {
        PullRequested asked = new PullRequested(ID, AT.plusSeconds(1), Story.ENGINEER);
        PullRecorded under = new PullRecorded(ID, ONE, AT, 0, ImportCounts.NONE, null, false);
        story.given(DEFINED, asked, under).when(request()).thenNothing();
    }

    @Test
    void aFailureIsWrittenDownWhenItIsNewAndSoIsTheRecovery() {
        PullFailed failed = failed(ONE, "The source said 403.", AT);
        story.given(DEFINED).when(fail(ONE, "The source said 403.", AT)).then(failed);
        Instant later = AT.plusSeconds(60);
        story.given(DEFINED, failed)
                .when(fail(TWO, "The source said 403.", later))
                .thenNothing();
        story.given(DEFINED, failed).when(fail(TWO, "No answer.", later)).then(failed(TWO, "No answer.", later));
        assertThat(story.given(DEFINED, failed)
                        .when(end(TWO, null, null, later))
                        .events())
                .hasSize(1);
    }

    private static SourceDefined defined(int version, SourceDefinition definition) {
        return defined(version, definition, false);
    }

    private static SourceDefined defined(int version, SourceDefinition definition, boolean goesOn) {
        return new SourceDefined(ID, version, definition, goesOn, Story.ENGINEER);
    }

    private static SourceDefinition http(String path, @Nullable String from, int pace) {
        HttpFeed feed = new HttpFeed(
                "https://history.example.com",
                path,
                Map.of(),
                new Paging(PagingStyle.NONE, null, null, 0, null, 0),
                new WatermarkRule("since", "/changed", WatermarkType.NUMBER, true, from, 0),
                pace,
                30,
                null);
        return new SourceDefinition(SourceKind.HISTORIAN, null, feed, profile(), 300);
    }

    private static SourceDefinition folder() {
        return new SourceDefinition(SourceKind.FLOW_COMPUTER, new FolderFeed("north", "*.csv"), null, profile(), 300);
    }

    private static ProfileText profile() {
        return new ProfileText("hourly", Sha256.of("hourly"));
    }

    private static DefineSource define(SourceDefinition definition) {
        return new DefineSource(ID, definition, Story.ENGINEER, AT);
    }

    private static PauseSource pause(String reason) {
        return new PauseSource(ID, reason, Story.ENGINEER, AT);
    }

    private static RequestPull request() {
        return new RequestPull(ID, Story.ENGINEER, AT);
    }

    private static PullStart start(int version, PullId pull, @Nullable String from, Instant at) {
        return new PullStart(pull, version, from, at);
    }

    private static TakeObject take(PullId pull, int number, @Nullable String from, @Nullable String watermark) {
        return new TakeObject(ID, start(1, pull, from, AT), number, page(number), watermark, AT);
    }

    private static TakeObject take(int version, PullId pull, @Nullable String from, @Nullable String watermark) {
        return new TakeObject(ID, start(version, pull, from, AT), 1, page(1), watermark, AT);
    }

    private static RecordPull end(PullId pull, @Nullable String from, @Nullable String watermark, Instant at) {
        return new RecordPull(ID, start(1, pull, from, at), watermark, false, at);
    }

    private static FailPull fail(PullId pull, String sentence, Instant at) {
        return new FailPull(ID, start(1, pull, null, at), PullFault.REFUSED, sentence, null, at);
    }

    private static PullFailed failed(PullId pull, String sentence, Instant at) {
        return new PullFailed(ID, pull, at, 0, ImportCounts.NONE, PullFault.REFUSED, sentence, null);
    }

    private static ObjectTaken taken(PullId pull, int number, @Nullable String watermark) {
        return new ObjectTaken(ID, pull, AT, number, page(number), watermark);
    }

    private static TakenObject page(int number) {
        return new TakenObject(
                "page " + number, Sha256.of("page " + number), 512, null, new ImportId("i-" + number), COUNTS);
    }
}
