package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractEvent.ContractSigned;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.FactorBand;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.statement.StatementTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events that have grown since they were first written: the old golden files show how they were, these how they are with what
 * was added. Written once, like the others, with {@code -Dtallybook.golden.write=true}.
 */
class LaterShapesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-later");

    record Grown(String name, Event event) {}

    static Stream<Grown> grown() {
        return Stream.of(
                new Grown(
                        "contract.contract-signed.rule",
                        new ContractSigned(
                                new ContractId("nord"),
                                new ShipperId("nordgas"),
                                new AreaId("dk"),
                                terms(rules()),
                                1,
                                new PersonId("eric"))),
                new Grown(
                        "contract.contract-signed.imbalances",
                        signed(new ContractTerms(
                                new AccountingPeriod("2024-10"),
                                List.of(),
                                new SeriesId("henry-hub"),
                                NonPriceDayRule.LAST_PUBLISHED,
                                7,
                                "USD",
                                ImbalanceTerms.cashOut(new CashOutTableId("ozark"), new SeriesId("henry-hub"))))),
                new Grown(
                        "close.close-terms-set.estimates",
                        new CloseTermsSet(
                                new CloseGroup("dk"),
                                new CloseTerms(
                                        new AccountingPeriod("2024-10"),
                                        new Money(new BigDecimal("25000.00"), "USD"),
                                        new Money(new BigDecimal("250000.00"), "USD"),
                                        240,
                                        1440,
                                        new EstimateLimit(new BigDecimal("0.4"), Energy.ofKwh(50_000)),
                                        60),
                                new PersonId("eric"))),
                new Grown(
                        "journal.journal-input-added.cash-out",
                        new JournalInputAdded(
                                new JournalId("dk/2024-10/CLOSE/1"),
                                new CloseId("dk/2024-10"),
                                1,
                                new ShipperId("nordgas"),
                                settled(),
                                Sha256.of("sample"),
                                List.of())),
                new Grown(
                        "allocation.contract-shares-added.rule",
                        new ContractSharesAdded(
                                new AllocationRunId("ellund/2024-10/1"),
                                new CloseId("dk/2024-10"),
                                new ContractId("nord"),
                                1,
                                new ShipperId("nordgas"),
                                rules().subList(0, 2),
                                new PersonId("eric"))));
    }

    @ParameterizedTest
    @MethodSource("grown")
    void writesTheGoldenBytesAndReadsThemBack(Grown grown) throws IOException {
        Path golden = GOLDEN.resolve(grown.name() + ".json");
        byte[] written = LogJson.write(grown.event());
        if (Boolean.getBoolean("tallybook.golden.write") && !Files.exists(golden)) {
            Files.createDirectories(GOLDEN);
            Files.write(golden, written);
        }
        assertThat(written).asString().isEqualTo(Files.readString(golden));
        assertThat(LogJson.read(Files.readAllBytes(golden), grown.event().getClass()))
                .isEqualTo(grown.event());
    }

    @Test
    void asManySharesOfTheirOwnRulesAsATermHoldsAreShorterThanThoseByPercentage() {
        List<PointShare> most = IntStream.range(0, ContractTerms.MOST_SHARES / 3)
                .mapToObj(i -> Largest.byOperator("x".repeat(60) + "%04d".formatted(i)))
                .toList();

        int byPercentage = LogJson.write(signed(new Largest(list -> 0).of(ContractTerms.class))).length;

        assertThat(LogJson.write(signed(terms(most))).length).isLessThanOrEqualTo(byPercentage);
        assertThatThrownBy(() ->
                        terms(Stream.concat(most.stream(), rules().stream()).toList()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("counts three");
    }

    private static StatementTotals settled() {
        Money none = Money.zero("USD");
        Money some = new Money(new BigDecimal("12.50"), "USD");
        return new StatementTotals(
                Energy.ZERO,
                BigDecimal.ZERO,
                none,
                Energy.ZERO,
                BigDecimal.ZERO,
                none,
                new CashOutTotals(Energy.ofKwh(7), some, Energy.ZERO, none));
    }

    private static ContractSigned signed(ContractTerms terms) {
        return new ContractSigned(
                new ContractId("nord"), new ShipperId("nordgas"), new AreaId("dk"), terms, 1, new PersonId("eric"));
    }

    private static ContractTerms terms(List<PointShare> shares) {
        return new ContractTerms(
                new AccountingPeriod("2024-10"),
                shares,
                new SeriesId("henry-hub"),
                NonPriceDayRule.LAST_PUBLISHED,
                7,
                "USD");
    }

    private static List<PointShare> rules() {
        FactorBand band = new FactorBand(new BigDecimal("0.9"), new BigDecimal("1.1"));
        return List.of(
                share("a", new AllocationRule(AllocationMethod.RANKED, 2, false, false, null)),
                share("b", new AllocationRule(AllocationMethod.SWING, null, true, true, null)),
                share("c", new AllocationRule(AllocationMethod.OPERATOR_PROVIDED, null, false, false, band)),
                share("d", AllocationRule.of(AllocationMethod.PRO_RATA)),
                share("e", AllocationRule.of(AllocationMethod.MEASURED_DIFFERENCE)),
                share("f", AllocationRule.of(AllocationMethod.PERCENTAGE)));
    }

    private static PointShare share(String point, AllocationRule rule) {
        return new PointShare(new PointId(point), Direction.RECEIPT, Share.of("0.5"), rule);
    }
}
