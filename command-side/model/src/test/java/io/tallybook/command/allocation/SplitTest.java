package io.tallybook.command.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final PointId GERMANY = new PointId("germany");
    private static final int ONE = 100_000_000;

    @Test
    void allocatesExactlyWhatWasMeasured() {
        long seed = 20241010L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 2_000; i++) {
            DayTotal day = new DayTotal(new GasDay("2024-10-01"), energy(random), energy(random));
            List<Recipient> shares = shares(random, random.nextInt(1, 65));
            List<DayTotal> parts = days(Split.of(List.of(day), shares)).values().stream()
                    .map(List::getFirst)
                    .toList();
            assertThat(sum(parts, Direction.RECEIPT))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(day.receipt());
            assertThat(sum(parts, Direction.DELIVERY))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(day.delivery());
            assertThat(parts)
                    .as("seed %d, case %d", seed, i)
                    .allMatch(p -> p.receipt().signum() >= 0);
        }
    }

    private static Map<ContractId, List<DayTotal>> days(MonthSplit split) {
        return ((MonthSplit.Days) split).of();
    }

    private static Energy sum(List<DayTotal> parts, Direction direction) {
        return parts.stream().map(p -> p.of(direction)).reduce(Energy.ZERO, Energy::plus);
    }

    private static Energy energy(RandomGenerator random) {
        return new Energy(BigDecimal.valueOf(random.nextLong(0, 300_000_000L), random.nextInt(0, 7)));
    }

    /** Shares cut at random places of the line from 0 to 1: they add up exactly. */
    private static List<Recipient> shares(RandomGenerator random, int contracts) {
        int[] cuts = random.ints(contracts - 1L, 0, ONE + 1).sorted().toArray();
        List<Recipient> shares = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < contracts; i++) {
            int to = i < cuts.length ? cuts[i] : ONE;
            Share share = new Share(BigDecimal.valueOf(to - from, Share.SCALE));
            shares.add(new Recipient(
                    new ContractId("c" + i),
                    List.of(
                            new PointShare(GERMANY, Direction.RECEIPT, share),
                            new PointShare(GERMANY, Direction.DELIVERY, share)),
                    null));
            from = to;
        }
        return shares;
    }
}
