package io.tallybook.ui.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.Standstill;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ProcessingHealthTest {
    private static final Instant SINCE = Instant.parse("2024-11-01T06:00:00Z");

    @Test
    void isUpWhileNothingStandsStill() {
        assertThat(health()).isEqualTo(Health.up().build());
    }

    @Test
    void saysWhatIsBeingTriedAndIsDownOnceItIsAPersonsTask() {
        Health trying = health(standstill("view-close", Standstill.MOST_TRIES_ALONE));
        assertThat(trying.getStatus()).isEqualTo(Status.UP);
        assertThat(trying.getDetails())
                .containsEntry(
                        "view-close", "stands still since 2024-11-01T06:00:00Z, tried 5 times: a row that cannot be");

        Health stuck =
                health(standstill("relay-erp-drop", 1), standstill("view-close", Standstill.MOST_TRIES_ALONE + 1));
        assertThat(stuck.getStatus()).isEqualTo(Status.DOWN);
        assertThat(stuck.getDetails()).containsOnlyKeys("relay-erp-drop", "view-close");
    }

    @Test
    void readinessAsksIt() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains("ready.include: readinessState,db,processing");
    }

    /** As the rooms name them; ProcessorsTest and ProgressTest hold those lists. */
    @Test
    void everyProcessorHasAWordForPeople() throws IOException {
        Properties words = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        Stream.of(
                        Standstill.LOG,
                        "process-month-end-close",
                        "process-area-close",
                        "process-close-timetable",
                        "process-reopened-close",
                        "relay-contract-terms",
                        "relay-outdated-pins",
                        "relay-accruals",
                        "relay-adjustments",
                        "relay-changes",
                        "relay-sources",
                        "relay-variances",
                        "relay-valuation",
                        "relay-area-figures",
                        "relay-prior-period-adjustments",
                        "relay-dead-letters",
                        "relay-workpapers",
                        "relay-erp-drop",
                        "relay-pack-issue")
                .forEach(processor -> assertThat(words).containsKey("view." + processor));
    }

    private static Health health(Standstill... now) {
        return new ProcessingHealth(() -> List.of(now)).health();
    }

    private static Standstill standstill(String processor, int tries) {
        return new Standstill(processor, SINCE, SINCE, tries, "a row that cannot be");
    }
}
