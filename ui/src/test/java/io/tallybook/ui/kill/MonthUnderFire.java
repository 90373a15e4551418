package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One month closed in spite of its kills: the same command again and again on the same directory. After each start the log
 * must begin with every fact that was seen before, and hold what the program had printed or answered.
 */
final class MonthUnderFire implements AutoCloseable {
    private static final int TERMINATED = 143;

    /** What a printed step says is in the log. */
    private static final Map<String, String> STEPS = Map.ofEntries(
            Map.entry("open", "close.close-opened"),
            Map.entry("cutoff", "close.cutoff-declared"),
            Map.entry("freeze", "close.month-frozen"),
            Map.entry("balance", "close.month-balanced"),
            Map.entry("value", "close.month-valued"),
            Map.entry("journal", "close.pack-ready"),
            Map.entry("approve", "close.approvals-complete"),
            Map.entry("post", "close.journal-posting-confirmed"),
            Map.entry("publish", "close.pack-published"),
            Map.entry("lock", "close.close-locked"));

    /** What became of a kill: right at its point, after it, or the program had ended by itself. */
    private enum Shot {
        HIT,
        LATE,
        NONE
    }

    private final Prepared prepared;
    private final Path data;
    private final People people;
    private final List<JsonNode> answers = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private List<Fact> seen = List.of();
    private @Nullable Child child;

    /** @param people what is answered to those here is compared; the demo's own script keeps it to itself */
    MonthUnderFire(Prepared prepared, Path data, People people) {
        this.prepared = prepared;
        this.data = data;
        this.people = people;
    }

    /** Kills in this order, then lets it end. @return those that met a running program at or after their point */
    List<Kill> close(List<Kill> kills) throws IOException, InterruptedException {
        List<Kill> struck = new ArrayList<>();
        for (Kill kill : kills) {
            Shot shot = run(kill);
            System.out.println("  " + kill + ": " + shot + ", " + seen.size() + " facts");
            if (shot != Shot.NONE) {
                struck.add(kill);
            }
        }
        assertThat(run(null)).isEqualTo(Shot.NONE);
        return struck;
    }

    private Shot run(@Nullable Kill kill) throws IOException, InterruptedException {
        Child running = start();
        child = running;
        Script script = script(running);
        Thread signing = Thread.ofPlatform().daemon().unstarted(script);
        if (people != People.SCRIPT) {
            signing.start();
        }
        try (LogWatch log = new LogWatch(running.cluster(), prepared.position())) {
            Shot shot = watch(running, log, kill, script);
            if (shot == Shot.NONE) {
                end(running);
            }
            signing.join();
            seen = log.seen().size() > seen.size() ? log.seen() : seen;
            printed.add(running.printed());
            answers.addAll(script.answers());
            return shot;
        }
    }

    private Script script(Child running) {
        return switch (people) {
            case SCRIPT, SIGNERS -> new Signers(running, false);
            case REOPENERS -> new Signers(running, true);
            case LATECOMERS -> new Adjusters(running, prepared.second());
            case ADJUSTERS -> new Adjusters(running, null);
        };
    }

    private Shot watch(Child running, LogWatch log, @Nullable Kill kill, Script script)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        boolean checked = false;
        boolean late = false;
        while (running.runs() && !script.done()) {
            if (log.look() && !checked) {
                checkSurvived(log.seen());
                checked = true;
                late = kill != null && kill.at() != null && isDue(kill, log, began);
            }
            if (kill != null && isDue(kill, log, began)) {
                strike(running, kill);
                return late ? Shot.LATE : Shot.HIT;
            }
            Thread.sleep(LogWatch.LOOK_EVERY_MS);
        }
        return Shot.NONE;
    }

    private Child start() throws IOException {
        return people != People.SCRIPT
                ? Child.start(data, "demo", "--source", prepared.source().toString(), "--port", "0")
                : Child.start(
                        data,
                        "demo",
                        "--source",
                        prepared.source().toString(),
                        "--close",
                        "2024-10",
                        "--out",
                        data.resolveSibling(data.getFileName() + "-pack").toString());
    }

    private boolean isDue(Kill kill, LogWatch log, long began) {
        return kill.isDue(log, Duration.ofNanos(System.nanoTime() - began), prepared.undisturbed());
    }

    private static void strike(Child running, Kill kill) throws IOException, InterruptedException {
        if (kill.everything()) {
            running.killEverything();
        } else {
            running.kill();
        }
    }

    private void checkSurvived(List<Fact> standing) {
        assertThat(standing).as("what was seen before").startsWith(seen.toArray(Fact[]::new));
        assertThat(standing).extracting(Fact::type).as("what was printed").containsAll(promised());
        for (JsonNode answer : answers) {
            long position = answer.get("position").asLong();
            assertThat(standing)
                    .filteredOn(fact -> fact.position() == position)
                    .as("what was answered: " + answer)
                    .hasSize(position < 0 ? 0 : 1)
                    .allSatisfy(fact -> {
                        assertThat(fact.stream()).isEqualTo(answer.get("stream").asString());
                        assertThat(fact.sequence())
                                .isEqualTo(answer.get("sequence").asLong());
                    });
        }
    }

    private List<String> promised() {
        return STEPS.entrySet().stream()
                .filter(step ->
                        printed.stream().anyMatch(text -> text.contains("\n  %-13s done,".formatted(step.getKey()))))
                .map(Map.Entry::getValue)
                .filter(type -> !prepared.types().contains(type))
                .toList();
    }

    private void end(Child running) throws IOException, InterruptedException {
        boolean signed = people != People.SCRIPT;
        if (signed) {
            running.signal("TERM");
        }
        assertThat(running.exitCode()).as(running.printed()).isEqualTo(signed ? TERMINATED : 0);
        assertThat(running.printed()).contains(signed ? "Ctrl-C stops it" : "2024-10 is locked; 10 documents are in");
        assertThat(running.cluster().processes()).isEmpty();
        assertThat(running.cluster().isShutDown()).isTrue();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (child != null) {
            child.close();
        }
    }
}
