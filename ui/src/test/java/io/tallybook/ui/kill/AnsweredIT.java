package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders given over the API as fast as they are answered, while the program is killed at random. */
class AnsweredIT {
    private static final int INTERRUPTED = 130;
    private static final int ANSWERS = 20;
    private static final int LONGEST_PAUSE_MS = 1000;

    @TempDir
    Path scratch;

    @Test
    void everyAnsweredOrderStandsAndEveryOtherGivenAgainUnderItsKeyHappensOnce() throws Exception {
        Path data = scratch.resolve("books");
        Books books = new Books(data);
        Hammer hammer = new Hammer(books);
        Random random = new Random(KillPlan.SEED);
        int repeated = 0;
        for (int kill = 0; kill < KillPlan.AT_COMMANDS; kill++) {
            try (Child child = books.start()) {
                if (kill == 0) {
                    books.furnish(child);
                }
                repeated += hammer.repeatUnanswered();
                hammer.start();
                hammer.awaitAnswers(ANSWERS);
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
                child.kill();
                hammer.awaitSilence();
            }
        }
        try (Child child = books.start()) {
            repeated += hammer.repeatUnanswered();
            child.signal("INT");
            assertThat(child.exitCode()).isEqualTo(INTERRUPTED);
        }
        System.out.println("-Dtallybook.kill.seed=" + KillPlan.SEED);
        System.out.println(hammer.answers().size() + " orders answered, " + repeated + " of them after a kill");
        assertThat(repeated).isPositive();
        Answered.check(data, hammer.answers());
    }
}
