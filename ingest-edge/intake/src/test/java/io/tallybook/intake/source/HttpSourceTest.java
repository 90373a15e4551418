package io.tallybook.intake.source;

import static io.tallybook.intake.source.StandInHistorian.NONE;
import static io.tallybook.intake.source.StandInHistorian.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.House;
import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.SourceCommand.TakeObject;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A paged API with everything that goes wrong with one, over a real socket into the real log; long, for each fault is a story. */
class HttpSourceTest {
    private static final House HOUSE = House.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    private final String name = "api-" + Long.toString(System.nanoTime(), 36);
    private final Station station = new Station(name);
    private final StandInHistorian historian = new StandInHistorian(station.clock);
    private final SourceSettings settings = Station.allowing(historian.baseUrl());

    @AfterEach
    void stop() {
        historian.close();
    }

    @Test
    void readsEveryPageKeepsItsBytesAndGoesOnFromTheWatermark() throws IOException {
        historian.holds(station.hours(10));
        station.define(Station.feed(historian.baseUrl(), 4));

        assertThat(station.pull(settings)).isEqualTo(Duration.ofDays(1));

        assertThat(station.recorded()).isEqualTo(Station.figures(10));
        List<ObjectTaken> pages = station.facts(ObjectTaken.class);
        assertThat(pages).extracting(ObjectTaken::watermark).containsExactly("3", "7", "10");
        Sha256 second = Sha256.of(historian.page(Map.of("cursor", "4", "limit", "4")));
        assertThat(pages.get(1).object().file()).isEqualTo(second);
        assertThat(HOUSE.bean(ObjectDirectory.class).has(second)).isTrue();
        PullRecorded pull = station.facts(PullRecorded.class).getFirst();
        assertThat(pull.counts().accepted()).isEqualTo(10);
        assertThat(pull.watermark()).isEqualTo("10");

        historian.holds(station.hour(10, 11));
        station.pull(settings);
        assertThat(historian.asked().getLast().query()).containsEntry("since", "10");
        assertThat(station.recorded()).isEqualTo(Station.figures(11));
        assertThat(station.facts(ObjectTaken.class)).hasSize(4);
    }

    @Test
    void aPullThatBringsNothingWritesNothing() {
        historian.holds(station.hours(2));
        station.define(Station.feed(historian.baseUrl(), 4));
        station.pull(settings);
        long head = HOUSE.log().head();

        station.pull(settings);

        assertThat(HOUSE.log().head()).isEqualTo(head);
        assertThat(historian.asked()).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheSourceAsks() {
        historian.holds(station.hours(2));
        historian.does(status(429, "Retry-After", "7"));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(2));
        assertThat(gaps()).singleElement().isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void doesNotWaitLongerThanFiveMinutes() {
        historian.does(status(503, "Retry-After", "301"));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(failure().sentence()).contains("503").contains("301 s");
        assertThat(historian.asked()).hasSize(1);
    }

    @Test
    void triesAgainAfterAFaultOfTheServerAndAfterABrokenConnection() {
        historian.holds(station.hours(6));
        historian.does(status(500), NONE, StandInHistorian.cutOff());
        station.define(Station.feed(historian.baseUrl(), 3));

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(6));
        assertThat(historian.asked()).hasSize(4);
        assertThat(station.facts(PullFailed.class)).isEmpty();
    }

    @Test
    void triesFiveTimesWithGrowingPausesAndThenSaysSo() {
        historian.does(status(502), status(502), status(502), status(502), status(502), status(502));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(failure().cause()).isEqualTo(PullFault.NO_ANSWER);
        assertThat(failure().sentence()).contains("502").contains("5 times");
        assertThat(gaps()).hasSize(4).satisfies(gaps -> {
            for (int i = 0; i < gaps.size(); i++) {
                assertThat(gaps.get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1_000L << i));
            }
        });
    }

    @Test
    void aRefusalIsNotTriedAgainAndSaysWhatToDo() {
        historian.does(status(403));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(historian.asked()).hasSize(1);
        assertThat(failure().cause()).isEqualTo(PullFault.REFUSED);
        assertThat(failure().sentence()).contains("403").contains("credential");
    }

    @Test
    void aSlowAnswerIsGivenUpAndAskedForAgain() {
        historian.holds(station.hours(2));
        historian.does(StandInHistorian.silent(3_000));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(2));
        assertThat(historian.asked()).hasSize(2);
    }

    @Test
    void aPageThatNeverEndsIsLetGo() {
        historian.does(StandInHistorian.endless());
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(failure().cause()).isEqualTo(PullFault.TOO_MUCH);
        assertThat(historian.asked()).hasSize(1);
    }

    @Test
    void theSamePageAgainChangesNothing() {
        historian.holds(station.hours(6));
        String first = historian.page(Map.of("limit", "3"));
        historian.does(
                StandInHistorian.says(first.replace("\"next\":\"3\"", "\"next\":\"0\"")), StandInHistorian.says(first));
        station.define(Station.feed(historian.baseUrl(), 3, 600, null, false));

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(6));
        PullRecorded pull = station.facts(PullRecorded.class).getFirst();
        assertThat(pull.counts().accepted()).isEqualTo(6);
        assertThat(pull.counts().unchanged()).isEqualTo(3);
    }

    @Test
    void aPageFollowedByItselfStopsThePull() {
        historian.holds(station.hours(6));
        String page = historian.page(Map.of("limit", "3"));
        historian.does(NONE, StandInHistorian.says(page));
        station.define(Station.feed(historian.baseUrl(), 3, 600, null, false));

        station.pull(settings);

        assertThat(failure().sentence()).contains("followed by itself");
    }

    /** Hours 2 and 3 changed at the same moment, and a page ends between them. */
    @Test
    void equalTimesAtThePageBorderAreNotLostWhenThePullBreaksOffThere() {
        historian.holds(station.hour(0, 1), station.hour(1, 1), station.hour(2, 5), station.hour(3, 5));
        historian.does(NONE, status(404));
        station.define(Station.feed(historian.baseUrl(), 3));
        station.pull(settings);
        assertThat(station.recorded()).isEqualTo(Station.figures(3));
        assertThat(station.facts(ObjectTaken.class))
                .extracting(ObjectTaken::watermark)
                .containsExactly("1");

        station.pull(settings);

        assertThat(historian.asked().getLast().query()).containsEntry("since", "1");
        assertThat(station.recorded()).isEqualTo(Station.figures(4));
        assertThat(station.facts(PullRecorded.class).getLast().watermark()).isEqualTo("5");
    }

    @Test
    void recordsOutOfTheirPromisedOrderStopThePull() {
        historian.holds(station.hour(0, 5), station.hour(1, 3));
        station.define(Station.feed(historian.baseUrl(), 3));

        station.pull(settings);

        assertThat(failure().sentence()).contains("/changed").contains("ascending");
        assertThat(failure().answer()).isEqualTo(Sha256.of(historian.page(Map.of("limit", "3"))));
        assertThat(station.recorded()).isEmpty();
    }

    @Test
    void goesOnInTheNextPullWhereItsBoundStoppedIt() {
        historian.holds(station.hours(10));
        station.define(Station.feed(historian.baseUrl(), 2));
        SourceSettings three = Station.settings(null, null, 3, historian.baseUrl());

        assertThat(station.pull(three)).isZero();
        assertThat(station.facts(PullRecorded.class).getLast().more()).isTrue();
        assertThat(station.pull(three)).isEqualTo(Duration.ofDays(1));

        assertThat(station.recorded()).isEqualTo(Station.figures(10));
    }

    @Test
    void pagesWithoutEndAndWithoutWatermarkAreAFailure() {
        historian.holds(station.hours(10));
        station.define(Station.feed(historian.baseUrl(), 2, 600, null, false));

        station.pull(Station.settings(null, null, 3, historian.baseUrl()));

        assertThat(failure().cause()).isEqualTo(PullFault.TOO_MUCH);
        assertThat(failure().objects()).isEqualTo(3);
    }

    @Test
    void callsNoHostThatIsNotAllowedAndFollowsNoRedirectToOne() {
        station.define(Station.feed(historian.baseUrl(), 4));
        station.pull(Station.allowing("https://history.example.com"));
        assertThat(failure().cause()).isEqualTo(PullFault.NOT_ALLOWED);
        assertThat(historian.asked()).isEmpty();

        historian.does(status(302, "Location", "http://169.254.169.254/latest"));
        station.pull(settings);
        assertThat(failure().cause()).isEqualTo(PullFault.NOT_ALLOWED);
        assertThat(failure().sentence()).contains("169.254.169.254");
        assertThat(historian.asked()).hasSize(1);
    }

    @Test
    void aRedirectOnTheSameHostIsFollowed() {
        historian.holds(station.hours(2));
        historian.does(status(307, "Location", "/values?limit=4&moved=1"));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(historian.asked().getLast().query()).containsKey("moved");
        assertThat(station.recorded()).isEqualTo(Station.figures(2));
    }

    @Test
    void sendsTheCredentialAndWritesItNowhere() throws IOException {
        historian.holds(station.hours(2));
        historian.does(status(401), NONE);
        Path file = scratch.resolve("historian");
        Files.writeString(file, "Authorization: Bearer s3cr3t-w0rd\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        station.define(Station.feed(historian.baseUrl(), 4, 600, "historian", true));
        SourceSettings with = Station.settings(null, scratch, 100, historian.baseUrl());

        station.pull(with);
        assertThat(failure().sentence()).contains("'historian'").contains("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "Authorization: s3cr3t-w0rd\u0007\n");
        station.pull(with);
        assertThat(failure().sentence()).contains("is no header").doesNotContain("s3cr3t");
        Files.writeString(file, "Authorization: Bearer s3cr3t-w0rd\n");
        station.pull(with);
        assertThat(failure().sentence()).contains("401");
        station.pull(with);

        assertThat(historian.asked().getLast().authorization()).containsExactly("Bearer s3cr3t-w0rd");
        assertThat(station.recorded()).isEqualTo(Station.figures(2));
        station.assertNowhere("s3cr3t-w0rd");
    }

    /** By the server's own record of when it was asked. */
    @Test
    void keepsItsPaceAcrossPagesAndTries() {
        historian.holds(station.hours(12));
        historian.does(NONE, status(429, "Retry-After", "0"));
        station.define(Station.feed(historian.baseUrl(), 2, 30, null, true));

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(12));
        assertThat(gaps()).hasSize(6).allSatisfy(gap -> assertThat(gap).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void aKillBetweenAPageAndItsWatermarkRepeatsThePageAndChangesNoFigure() {
        historian.holds(station.hours(9));
        station.define(Station.feed(historian.baseUrl(), 3));
        assertThatThrownBy(() -> station.pull(settings, dyingAtThe(2, HOUSE.door())))
                .isInstanceOf(Killed.class);
        assertThat(station.recorded()).isEqualTo(Station.figures(6));
        assertThat(station.facts(ObjectTaken.class)).hasSize(1);

        station.pull(settings);

        assertThat(station.recorded()).isEqualTo(Station.figures(9));
        PullRecorded pull = station.facts(PullRecorded.class).getFirst();
        assertThat(pull.counts().accepted()).isEqualTo(3);
        assertThat(pull.counts().unchanged()).isEqualTo(4);
        assertThat(pull.watermark()).isEqualTo("9");
    }

    @Test
    void aPullWhoseEndCannotBeWrittenDownComesAgainAfterAWhileAndNotAtOnce() {
        historian.holds(station.hours(2));
        station.define(Station.feed(historian.baseUrl(), 3));
        station.ask();

        assertThat(station.pull(settings, full())).isEqualTo(Duration.ofSeconds(30));
        assertThat(station.pull(settings)).isEqualTo(Duration.ofDays(1));

        assertThat(station.recorded()).isEqualTo(Station.figures(2));
    }

    @Test
    void anAnswerThatIsNoPageIsKeptAndSaid() {
        historian.does(StandInHistorian.says("<html>Maintenance</html>"));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        assertThat(failure().sentence()).isEqualTo("The answer is no JSON.");
        assertThat(failure().answer()).isEqualTo(Sha256.of("<html>Maintenance</html>"));
    }

    @Test
    void aBadRecordIsADeadLetterAndHoldsUpNothing() {
        historian.holds(station.hour(0, 1), new StandInHistorian.Value("nowhere", Station.FIRST_HOUR, 1, 2));
        station.define(Station.feed(historian.baseUrl(), 4));

        station.pull(settings);

        PullRecorded pull = station.facts(PullRecorded.class).getFirst();
        assertThat(pull.counts().rejected()).isEqualTo(1);
        assertThat(pull.watermark()).isEqualTo("2");
    }

    private PullFailed failure() {
        return station.facts(PullFailed.class).getLast();
    }

    /** Between the requests the server saw. */
    private List<Duration> gaps() {
        List<Instant> times =
                historian.asked().stream().map(StandInHistorian.Asked::at).toList();
        return java.util.stream.IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A door behind which the disk is full. */
    private static CommandDoor full() {
        return new CommandDoor() {
            @Override
            public Answer send(Command command, Caller caller) {
                return new Answer(
                        Outcome.STORAGE_FULL, "c", "s", -1, -1, 0, null, Map.of(), "The disk is full.", "trace");
            }

            @Override
            public List<Answer> sendAll(List<? extends Command> commands, Caller caller) {
                return commands.stream().map(command -> send(command, caller)).toList();
            }
        };
    }

    private static CommandDoor dyingAtThe(int object, CommandDoor door) {
        return new CommandDoor() {
            @Override
            public Answer send(Command command, Caller caller) {
                return door.send(command, caller);
            }

            @Override
            public List<Answer> sendAll(List<? extends Command> commands, Caller caller) {
                if (commands.getFirst() instanceof TakeObject take && take.number() == object) {
                    throw new Killed();
                }
                return door.sendAll(commands, caller);
            }
        };
    }
}
