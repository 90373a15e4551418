package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real SIGKILLs of the built program at named points of a close, reached by watching its log from outside, and at random; then
 * the same command again. {@link KillPlan} tells how many.
 */
class KillIT {
    @TempDir
    static Path scratch;

    private static Prepared prepared;
    private static ClosedMonth undisturbed;

    @BeforeAll
    static void closeOnceUndisturbed() throws Exception {
        System.out.println("-Dtallybook.kills=" + KillPlan.ALL + " -Dtallybook.kill.seed=" + KillPlan.SEED);
        Prepared imported = Prepared.in(scratch);
        long began = System.nanoTime();
        Path data = imported.copy("undisturbed");
        try (MonthUnderFire month = new MonthUnderFire(imported, data, false)) {
            month.close(List.of());
        }
        prepared = imported.taking(Duration.ofNanos(System.nanoTime() - began));
        undisturbed = ClosedMonth.of(data, prepared.position());
    }

    @Test
    void aCloseComesToTheSameHoweverOftenItIsKilled() throws Exception {
        List<List<Kill>> closes = KillPlan.deal(KillPlan.AT_CLOSES, new Random(KillPlan.SEED));
        List<Kill> struck = new ArrayList<>();
        for (int number = 0; number < closes.size(); number++) {
            System.out.println("close " + number);
            Path data = prepared.copy("close-" + number);
            try (MonthUnderFire month = new MonthUnderFire(prepared, data, number % 2 == 1)) {
                struck.addAll(month.close(closes.get(number)));
            }
            assertThat(ClosedMonth.of(data, prepared.position()))
                    .as("-Dtallybook.kill.seed=" + KillPlan.SEED + ", " + closes.get(number))
                    .usingRecursiveComparison()
                    .isEqualTo(undisturbed);
            Prepared.delete(data);
        }
        assertThat(struck)
                .as("every named point is come to")
                .containsAll(closes.stream()
                        .flatMap(List::stream)
                        .filter(kill -> kill.at() != null)
                        .toList());
    }
}
