package io.tallybook.command.cashout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.messages.cashout.CashOutLine;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarginalTiersTest {
    private static final String UNDER = "Ozark Gas Transmission RP09-1040|due_pipeline(under-supply)";
    private static final Price INDEX = new Price(new BigDecimal("2.345677"), "USD");

    /** Worked by hand at an index of 2.00 on a base of 1,000 MMBtu: per band MMBtu × 2 × factor. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the tariff's own text: 15 % under-supply, the first 10 % at 1.00 and the next 5 % at 1.10
                "Ozark Gas Transmission RP09-1040|due_pipeline(under-supply); 150; 200.00 110.00",
                "Ozark Gas Transmission RP09-1040|due_pipeline(under-supply); 100; 200.00",
                "Ozark Gas Transmission RP09-1040|due_pipeline(under-supply); 300; 200.00 110.00 120.00 130.00 140.00",
                "Ozark Gas Transmission RP09-1040|due_shipper(over-supply); 150; 200.00 90.00",
                "Ozark Gas Transmission RP09-1040|due_shipper(over-supply); 260; 200.00 90.00 80.00 70.00 12.00",
                "Maritimes & Northeast RP07-64|due_party(excess receipts); 50; 100.00",
                "Maritimes & Northeast RP07-64|due_party(excess receipts); 120; 100.00 90.00 32.00",
                "Maritimes & Northeast RP07-64|due_party(excess receipts); 270; 100.00 90.00 80.00 70.00 60.00 20.00",
                "Gulf Crossing RP09-61|credit; 20; 40.00",
                "Gulf Crossing RP09-61|credit; 60; 40.00 45.00 10.00"
            })
    void pricesEachBandAtItsOwnFactor(String tariff, String mmbtu, String amounts) throws IOException {
        List<CashOutLine> lines = MarginalTiers.cashOut(
                tariff(tariff),
                Energy.ofMmbtu(new BigDecimal(mmbtu)),
                Energy.ofMmbtu(new BigDecimal("1000")),
                new Price(new BigDecimal("2"), "USD"));

        assertThat(lines.stream().map(l -> l.amount().amount().toPlainString()))
                .containsExactly(amounts.split(" ", -1));
    }

    @Test
    void dividesTheImbalanceAmongTheBandsExactly() throws IOException {
        long seed = 20241102L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (List<CashOutTier> tiers : tariffs().values()) {
            for (int i = 0; i < 500; i++) {
                Energy imbalance = energy(random);
                List<CashOutLine> lines = MarginalTiers.cashOut(tiers, imbalance, energy(random), INDEX);
                assertThat(lines.stream().map(CashOutLine::energy).reduce(Energy.ZERO, Energy::plus))
                        .as("seed %d, case %d", seed, i)
                        .isEqualTo(imbalance);
                assertThat(lines)
                        .as("seed %d, case %d", seed, i)
                        .allMatch(l -> l.energy().signum() > 0);
            }
        }
    }

    @Test
    void roundsPriceTimesFactorOnlyInTheAmount() throws IOException {
        Energy base = Energy.ofMmbtu(new BigDecimal("1000000"));

        CashOutLine second = MarginalTiers.cashOut(
                        tariff("Gulf Crossing RP09-61|credit"), Energy.ofMmbtu(new BigDecimal("50000")), base, INDEX)
                .get(1);

        // 30,000 MMBtu × 2.345677 × 0.75 = 52,777.7325; at a price rounded to 1.759258 it would be .74
        assertThat(second.amount()).isEqualTo(new Money(new BigDecimal("52777.73"), "USD"));
    }

    @Test
    void putsEverythingIntoTheLastBandWhereThereIsNothingToMeasureItAgainst() throws IOException {
        assertThat(MarginalTiers.cashOut(tariff(UNDER), Energy.ofKwh(5), Energy.ZERO, INDEX))
                .singleElement()
                .satisfies(line -> assertThat(line.tier().factor()).isEqualByComparingTo("1.4"));
    }

    @Test
    void cashesNothingOutWhereNothingIsOwed() throws IOException {
        assertThat(MarginalTiers.cashOut(tariff(UNDER), Energy.ZERO, Energy.ofKwh(5), INDEX))
                .isEmpty();
    }

    @Test
    void refusesTiersWithAGapAnOverlapOrAnEnd() {
        assertThatThrownBy(() -> table()).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> table(tier("1", null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> table(tier("0", "5"), tier("6", null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> table(tier("0", "5")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("no end");
        assertThatThrownBy(() -> table(tier("0", null), tier("5", null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tier("5", "5")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> tier("0", "5.00001")).isInstanceOf(Invalid.class);
    }

    /** Two sides, of which each must be whole. */
    private static CashOutTiers table(CashOutTier... tiers) {
        return new CashOutTiers(List.of(tier("0", null)), List.of(tiers));
    }

    private static CashOutTier tier(String above, @Nullable String upTo) {
        return new CashOutTier(new BigDecimal(above), upTo == null ? null : new BigDecimal(upTo), BigDecimal.ONE);
    }

    private static Energy energy(RandomGenerator random) {
        return new Energy(BigDecimal.valueOf(random.nextLong(0, 900_000_000L), random.nextInt(0, 7)));
    }

    private static List<CashOutTier> tariff(String name) throws IOException {
        return Objects.requireNonNull(tariffs().get(name), name);
    }

    /** Every tariff and direction of the vectors. */
    private static Map<String, List<CashOutTier>> tariffs() throws IOException {
        Map<String, List<CashOutTier>> tiers = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                MarginalTiersTest.class.getResourceAsStream("/vectors/cashout_tiers_tariffs.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> tiers.computeIfAbsent(row[0] + "|" + row[1], k -> new ArrayList<>())
                            .add(new CashOutTier(
                                    new BigDecimal(row[2]),
                                    row[3].isEmpty() ? null : new BigDecimal(row[3]),
                                    new BigDecimal(row[4]))));
        }
        return tiers;
    }
}
