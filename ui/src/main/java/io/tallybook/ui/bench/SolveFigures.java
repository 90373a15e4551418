package io.tallybook.ui.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code bench measurement} found.
 *
 * @param solves per round
 */
public record SolveFigures(int solves, List<Round> rounds) {
    /**
     * One round of one method.
     *
     * @param perCore solves in a second of the thread's CPU time
     * @param perSecond solves in a second by the clock
     * @param steps of the iteration, mean
     * @param checksum the sum of all Z: the work was done, and is the same everywhere
     */
    public record Round(String method, int round, double perCore, double perSecond, double steps, double checksum) {}

    public String json() {
        return JsonMapper.builder().build().writeValueAsString(this);
    }

    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d different mixtures of 21 components each round%n%-16s%8s%18s%18s%10s%20s%n",
                solves,
                "method",
                "round",
                "solves/s, core",
                "solves/s, clock",
                "steps",
                "checksum");
        for (Round round : rounds) {
            out.printf(
                    Locale.ROOT,
                    "%-16s%8d%,18.0f%,18.0f%10.2f%20.9f%n",
                    round.method(),
                    round.round(),
                    round.perCore(),
                    round.perSecond(),
                    round.steps(),
                    round.checksum());
        }
    }
}
