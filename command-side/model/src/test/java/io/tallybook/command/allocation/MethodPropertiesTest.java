package io.tallybook.command.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.FactorBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every method on every day: exact to the last unit, and nobody's place in the list matters. */
class MethodPropertiesTest {
    private static final long SEED = 20241101L;
    private static final int CASES = 1_000;
    // any factor will do here: the band has its own tests
    private static final FactorBand WIDE = new FactorBand(BigDecimal.ZERO, new BigDecimal("9.99999"));

    @ParameterizedTest
    @EnumSource(value = AllocationMethod.class, names = "PERCENTAGE", mode = EnumSource.Mode.EXCLUDE)
    void addsUpExactlyWhateverTheOrderOfContracts(AllocationMethod method) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + method.ordinal());
        for (int i = 0; i < CASES; i++) {
            String which = "seed %d, %s, case %d".formatted(SEED, method, i);
            List<Party> parties = parties(method, random);
            DayFlow flow = flow(method, random, parties);
            Map<ContractId, Energy> parts = Flows.parts(flow);

            assertThat(Flows.sum(parts)).as(which).isEqualTo(flow.total());
            assertThat(parts).as(which).hasSize(parties.size());
            Collections.shuffle(parties, new Random(i));
            DayFlow shuffled = Flows.of(flow.total().kwh().toPlainString(), parties.toArray(Party[]::new));
            assertThat(Flows.parts(shuffled)).as(which).isEqualTo(parts);
            assertThat(parties).as(which).allMatch(p -> holds(p, flow, parts.getOrDefault(p.contract(), Energy.ZERO)));
        }
    }

    /** What the method promises each party. */
    private static boolean holds(Party party, DayFlow flow, Energy part) {
        return switch (party.method()) {
            case PERCENTAGE -> true;
            case PRO_RATA, OPERATOR_PROVIDED ->
                part.signum() >= 0 && (party.figureOrZero().signum() > 0 || part.signum() == 0);
            case RANKED -> part.signum() >= 0 && (isLast(party, flow) || part.compareTo(party.figureOrZero()) <= 0);
            case SWING, MEASURED_DIFFERENCE -> party.rule().balancing() || part.equals(party.figureOrZero());
        };
    }

    private static boolean isLast(Party party, DayFlow flow) {
        int last = flow.parties().stream()
                .mapToInt(p -> Objects.requireNonNull(p.rule().rank()))
                .max()
                .orElseThrow();
        return Objects.requireNonNull(party.rule().rank()) == last;
    }

    private static DayFlow flow(AllocationMethod method, RandomGenerator random, List<Party> parties) {
        DayFlow without = Flows.of("0", parties.toArray(Party[]::new));
        BigDecimal figures = without.figures().kwh();
        // within the widest band, and often short of the nominations or beyond them
        BigDecimal most = method == AllocationMethod.OPERATOR_PROVIDED
                ? figures.multiply(new BigDecimal("9"))
                : figures.multiply(new BigDecimal("2"));
        long bound = most.movePointRight(2).longValue();
        BigDecimal total = BigDecimal.valueOf(random.nextLong(0, bound + 1), random.nextBoolean() ? 2 : 4);
        return Flows.of(total.toPlainString(), parties.toArray(Party[]::new));
    }

    private static List<Party> parties(AllocationMethod method, RandomGenerator random) {
        int count = random.nextInt(1, 65);
        int difference = random.nextInt(count);
        List<Party> parties = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> parties.add(Flows.party(
                        "c" + (100 + i),
                        rule(method, random, i == difference),
                        // the first always has a figure, so that there is something to go by
                        i == 0 ? "17.25" : figure(random))));
        return parties;
    }

    private static String figure(RandomGenerator random) {
        return random.nextInt(4) == 0
                ? "0"
                : BigDecimal.valueOf(random.nextLong(0, 5_000_000_000L), random.nextInt(0, 4))
                        .toPlainString();
    }

    private static AllocationRule rule(AllocationMethod method, RandomGenerator random, boolean difference) {
        return switch (method) {
            case PERCENTAGE, PRO_RATA -> AllocationRule.of(method);
            case RANKED -> new AllocationRule(method, random.nextInt(1, 6), false, false, null);
            case SWING, MEASURED_DIFFERENCE -> new AllocationRule(method, null, difference, difference, null);
            case OPERATOR_PROVIDED -> new AllocationRule(method, null, false, false, WIDE);
        };
    }
}
