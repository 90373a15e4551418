package io.tallybook.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tallybook.ui.bench.SolveFigures.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementBenchTest {
    /** The same gases in every round, each solved by both, and two equations of state that agree on natural gas. */
    @Test
    void solvesTheSameGasesInEveryRound() {
        List<Round> rounds = new MeasurementBench(200).run(2).rounds();

        assertThat(rounds)
                .extracting(Round::method)
                .containsExactly("AGA 8 DETAIL", "GERG-2008", "AGA 8 DETAIL", "GERG-2008");
        assertThat(rounds.get(2).checksum()).isEqualTo(rounds.get(0).checksum());
        assertThat(rounds.get(3).checksum()).isEqualTo(rounds.get(1).checksum());
        assertThat(rounds.get(1).checksum() / 200).isCloseTo(rounds.get(0).checksum() / 200, within(1e-3));
        assertThat(rounds).allSatisfy(round -> assertThat(round.steps()).isBetween(1.0, 10.0));
    }
}
