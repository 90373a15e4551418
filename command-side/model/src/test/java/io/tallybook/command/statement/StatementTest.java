package io.tallybook.command.statement;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.statement.ValuedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every way a statement is collected, valued and outdated; long, for all of it stands on one made-up contract. */
class StatementTest {
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final StatementId STATEMENT = StatementId.of(new ShipperId("nord"), OCTOBER);
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");
    private static final ContractId CONTRACT = new ContractId("nord-1");
    private static final PointId GERMANY = new PointId("germany");
    private static final PointId SWEDEN = new PointId("sweden");
    private static final SeriesId HENRY_HUB = new SeriesId("henry-hub");
    private static final String FRIDAY = "2024-10-04";
    private static final String SUNDAY = "2024-10-06";

    private final Tale<Statement> statement = new Tale<>(Statement.class);

    @Test
    void valuesEveryLineFromTheUnroundedKwhAndSumsTheLines() {
        statement.told(open(1), terms(1), prices(1, 1, price(FRIDAY, "2.15")));
        statement.told(volumes(1, GERMANY, receipt(FRIDAY, 293_071)));
        // the delivery is worth 92.65499…; its MMBtu, rounded up to 43.095349, would be worth 92.66
        DayTotal both = new DayTotal(new GasDay(FRIDAY), kwh(4), kwh(12_630));
        assertThat(names(statement.when(volumes(1, SWEDEN, both))))
                .containsExactly("AllocatedVolumesAdded", "VolumesValued", "VolumesValued", "StatementPrepared");
        ValuedLine line =
                statement.facts(VolumesValued.class).getFirst().lines().getFirst();
        assertThat(line)
                .isEqualTo(new ValuedLine(
                        new GasDay(FRIDAY),
                        Direction.RECEIPT,
                        kwh(293_071),
                        new BigDecimal("999.999761"),
                        usd("2.15"),
                        LocalDate.parse(FRIDAY),
                        null,
                        money("2150.00")));
        // the sum of two rounded lines; the rounded sum would be 1000.013409
        assertThat(statement.latest(StatementPrepared.class).totals())
                .isEqualTo(new StatementTotals(
                        kwh(293_075),
                        new BigDecimal("1000.013410"),
                        money("2150.03"),
                        kwh(12_630),
                        new BigDecimal("43.095349"),
                        money("92.65")));
    }

    @Test
    void givesNoLineToADayWithoutEnergyButOneToADayWorthLessThanACent() {
        statement.told(ready(1, price(FRIDAY, "2.00")));
        statement.told(volumes(1, GERMANY, receipt(FRIDAY, 0)), volumes(1, SWEDEN, delivery(FRIDAY, 1)));
        assertThat(statement.facts(VolumesValued.class)).hasSize(1);
        assertThat(statement.latest(VolumesValued.class).lines().getFirst().amount())
                .isEqualTo(money("0.01"));
        assertThat(statement.latest(StatementPrepared.class).lines()).isEqualTo(1);
    }

    @Test
    void keepsALineWhoseAmountRoundsToNothing() {
        statement.told(ready(1, price(FRIDAY, "0.01")));
        statement.told(volumes(1, GERMANY), volumes(1, SWEDEN, delivery(FRIDAY, 1)));
        assertThat(statement.latest(VolumesValued.class).lines().getFirst().amount())
                .isEqualTo(money("0.00"));
    }

    @Test
    void valuesAWeekendAtTheLastPublishedPriceAndSaysSoOnTheLine() {
        statement
                .told(ready(1, price(FRIDAY, "2.00")))
                .told(volumes(1, GERMANY), volumes(1, SWEDEN, delivery(SUNDAY, 1_000)));
        ValuedLine line = statement.latest(VolumesValued.class).lines().getFirst();
        assertThat(line.priceDay()).isEqualTo(LocalDate.parse(FRIDAY));
        assertThat(line.rule()).isEqualTo(NonPriceDayRule.LAST_PUBLISHED);
        assertThat(line.amount()).isEqualTo(money("6.82"));
    }

    @Test
    void looksBackAcrossTheStartOfTheMonthButNotFurtherThanTheContractSays() {
        statement.told(ready(1, price("2024-09-30", "2.00"))).told(volumes(1, GERMANY));
        statement.told(volumes(1, SWEDEN, delivery("2024-10-03", 1_000)));
        assertThat(statement.latest(StatementPrepared.class).lines()).isEqualTo(1);

        Tale<Statement> tooFar = new Tale<>(Statement.class)
                .told(ready(1, price("2024-09-30", "2.00")))
                .told(volumes(1, GERMANY), volumes(1, SWEDEN, delivery("2024-10-04", 1_000)));
        assertThat(tooFar.latest(PriceMissing.class).firstDays()).containsExactly("2024-10-04");
        assertThat(tooFar.facts(StatementPrepared.class)).isEmpty();
    }

    @Test
    void asksForThePriceOfTheDayItselfWhenTheContractHasNoRule() {
        ContractTerms strict = new ContractTerms(OCTOBER, shares(), HENRY_HUB, NonPriceDayRule.NONE, 3, "USD");
        statement.told(open(1), terms(1, strict), prices(1, 1, price(FRIDAY, "2.00")), volumes(1, GERMANY));
        statement.told(volumes(1, SWEDEN, delivery(SUNDAY, 1)));
        assertThat(statement.latest(PriceMissing.class).firstDays()).containsExactly(SUNDAY);
    }

    @Test
    void waitsForAPreliminaryPriceToBecomeFinalRatherThanTakeAnOlderOne() {
        DailyPrice preliminary = new DailyPrice(LocalDate.parse(FRIDAY), usd("2.00"), PriceStatus.PRELIMINARY, 1);
        statement.told(ready(1, price("2024-10-03", "1.90"), preliminary)).told(volumes(1, GERMANY));
        statement.told(volumes(1, SWEDEN, delivery(FRIDAY, 1)));
        assertThat(statement.latest(PriceMissing.class).firstDays()).containsExactly(FRIDAY);
        statement.told(prices(1, 2, price("2024-10-03", "1.90"), price(FRIDAY, "2.00")));
        assertThat(statement.facts(StatementPrepared.class)).hasSize(1);
    }

    @Test
    void takesNoPriceInAnotherCurrency() {
        DailyPrice euro =
                new DailyPrice(LocalDate.parse(FRIDAY), new Price(new BigDecimal("30"), "EUR"), PriceStatus.FINAL, 1);
        statement.told(ready(1, euro)).told(volumes(1, GERMANY), volumes(1, SWEDEN, delivery(FRIDAY, 1)));
        assertThat(statement.facts(PriceMissing.class)).hasSize(1);
    }

    @Test
    void saysThatAPriceIsMissingOncePerPriceVersionAndIsValuedOnceItComes() {
        statement.told(ready(1)).told(volumes(1, GERMANY));
        assertThat(names(statement.when(volumes(1, SWEDEN, delivery(FRIDAY, 1_000), delivery(SUNDAY, 1)))))
                .containsExactly("AllocatedVolumesAdded", "PriceMissing");
        assertThat(statement.when(prices(1, 1))).isEmpty();
        assertThat(names(statement.when(prices(1, 2, price(SUNDAY, "2.00")))))
                .containsExactly("StatementPricesAdded", "PriceMissing");
        assertThat(statement.latest(PriceMissing.class).days()).isEqualTo(1);
        assertThat(names(statement.when(prices(1, 3, price(FRIDAY, "2.00"), price(SUNDAY, "2.00")))))
                .containsExactly("StatementPricesAdded", "VolumesValued", "StatementPrepared");
    }

    @Test
    void isOutdatedOnceWhenAPriceItUsedIsCorrectedAndNotWhenAnotherIs() {
        statement.told(prepared(1));
        assertThat(names(statement.when(prices(1, 2, price("2024-10-03", "1.90"), price(FRIDAY, "2.00")))))
                .containsExactly("StatementPricesAdded");
        assertThat(names(statement.when(prices(1, 3, price(FRIDAY, "2.01")))))
                .containsExactly("StatementPricesAdded", "StatementOutdated");
        assertThat(names(statement.when(prices(1, 4, price(FRIDAY, "2.02"))))).containsExactly("StatementPricesAdded");
    }

    @Test
    void isOutdatedWhenAPriceItUsedIsWithdrawn() {
        statement.told(prepared(1));
        assertThat(names(statement.when(prices(1, 2)))).containsExactly("StatementPricesAdded", "StatementOutdated");
    }

    @Test
    void movesItsHashesWithAUsedPriceOnlyAndNotWithTheAttempt() {
        StatementPrepared first = statement.told(prepared(1)).latest(StatementPrepared.class);
        statement.told(open(2), terms(2), volumes(2, GERMANY), volumes(2, SWEDEN, delivery(FRIDAY, 1_000)));
        statement.told(prices(2, 9, price("2024-10-03", "1.90"), price(FRIDAY, "2.00")));
        StatementPrepared second = statement.latest(StatementPrepared.class);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.contentHash()).isEqualTo(first.contentHash());
        assertThat(second.allocationsHash()).isEqualTo(first.allocationsHash());
        assertThat(second.versions()).isEqualTo(first.versions());

        statement.told(prices(3, 10, price(FRIDAY, "2.001")), open(3), terms(3));
        statement.told(volumes(3, GERMANY), volumes(3, SWEDEN, delivery(FRIDAY, 1_000)));
        StatementPrepared third = statement.latest(StatementPrepared.class);
        assertThat(third.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(third.versions()).isNotEqualTo(first.versions());
    }

    @Test
    void namesItsVersionsAndEveryoneWhoHadAHandInIt() {
        statement.told(prepared(1));
        StatementPrepared prepared = statement.latest(StatementPrepared.class);
        assertThat(prepared.versions()).hasSize(3).startsWith("calculation|statement|1", "contract|nord-1|v1");
        assertThat(prepared.versions().getLast()).startsWith("prices|henry-hub|");
        assertThat(prepared.contributors())
                .containsExactly(new PersonId("anna"), new PersonId("erik"), new PersonId("paul"));
    }

    @Test
    void ignoresAnOlderAttemptAndChangesNothingWhenToldTheSameAgain() {
        statement.told(prepared(2));
        Stream.of(prepared(1)).forEach(part -> assertThat(statement.when(part)).isEmpty());
        Stream.of(prepared(2)).forEach(part -> assertThat(statement.when(part)).isEmpty());
    }

    @Test
    void refusesOtherFiguresForWhatItHasAlready() {
        statement.told(prepared(1));
        assertThat(statement.refusal(volumes(1, SWEDEN, delivery(FRIDAY, 999)))).isEqualTo("input-already-given");
    }

    @Test
    void refusesContractsInTwoCurrencies() {
        statement.told(terms(1));
        ContractTerms euro = new ContractTerms(OCTOBER, shares(), HENRY_HUB, NonPriceDayRule.NONE, 0, "EUR");
        AddStatementTerms other =
                new AddStatementTerms(STATEMENT, CLOSE, 1, new ContractId("nord-2"), euro, 1, new PersonId("erik"), AT);
        assertThat(statement.refusal(other)).isEqualTo("currencies-differ");
    }

    @Test
    void isIssuedOnceAndOnlyAsPrepared() {
        Sha256 pdf = Sha256.of("pdf");
        assertThat(statement.refusal(issue(1, pdf))).isEqualTo("not-found");
        statement.told(open(1));
        assertThat(statement.refusal(issue(1, pdf))).isEqualTo("statement-not-prepared");
        statement.told(prepared(1));
        assertThat(statement.refusal(issue(2, pdf))).isEqualTo("not-the-current-attempt");
        assertThat(names(statement.when(issue(1, pdf)))).containsExactly("StatementIssued");
        assertThat(statement.when(issue(1, pdf))).isEmpty();
        assertThat(statement.refusal(issue(1, Sha256.of("another")))).isEqualTo("statement-issued");
    }

    @Test
    void isNotWrittenAnewOnceIssued() {
        statement.told(prepared(1)).told(issue(1, Sha256.of("pdf")));
        assertThat(statement.refusal(open(2))).isEqualTo("statement-issued");
        assertThat(statement.refusal(terms(2))).isEqualTo("statement-issued");
        assertThat(statement.refusal(prices(2, 9, price(FRIDAY, "9")))).isEqualTo("statement-issued");
        assertThat(statement.refusal(volumes(2, SWEDEN))).isEqualTo("statement-issued");
    }

    @Test
    void valuesAtANegativePriceToo() {
        statement
                .told(ready(1, price(FRIDAY, "-3.1")))
                .told(volumes(1, GERMANY), volumes(1, SWEDEN, delivery(FRIDAY, 500)));
        assertThat(statement.latest(StatementPrepared.class).totals().sales()).isEqualTo(money("-5.29"));
    }

    @Test
    void comesToTheSameHashInWhateverOrderThePartsArrive() {
        long seed = 20241031L;
        Random random = new Random(seed);
        List<Object> parts = new ArrayList<>(Arrays.asList(prepared(1)));
        List<Sha256> hashes = Stream.generate(() -> {
                    Collections.shuffle(parts, random);
                    Tale<Statement> tale = new Tale<>(Statement.class).told(parts.toArray());
                    tale.told(parts.get(random.nextInt(parts.size())));
                    StatementPrepared prepared = tale.latest(StatementPrepared.class);
                    return Sha256.of(prepared.contentHash() + "" + prepared.allocationsHash() + prepared.versions());
                })
                .limit(24)
                .distinct()
                .toList();
        assertThat(hashes).as("seed %d", seed).hasSize(1);
    }

    private static Object[] prepared(int attempt) {
        return new Object[] {
            open(attempt),
            terms(attempt),
            prices(attempt, 1, price(FRIDAY, "2.00")),
            volumes(attempt, GERMANY),
            volumes(attempt, SWEDEN, delivery(FRIDAY, 1_000))
        };
    }

    private static Object[] ready(int attempt, DailyPrice... prices) {
        return new Object[] {open(attempt), terms(attempt), prices(attempt, 1, prices)};
    }

    private static OpenStatement open(int attempt) {
        return new OpenStatement(STATEMENT, CLOSE, attempt, List.of(CONTRACT), AT);
    }

    private static AddStatementTerms terms(int attempt) {
        return terms(
                attempt, new ContractTerms(OCTOBER, shares(), HENRY_HUB, NonPriceDayRule.LAST_PUBLISHED, 3, "USD"));
    }

    private static AddStatementTerms terms(int attempt, ContractTerms terms) {
        return new AddStatementTerms(STATEMENT, CLOSE, attempt, CONTRACT, terms, 1, new PersonId("erik"), AT);
    }

    private static List<PointShare> shares() {
        return List.of(
                new PointShare(GERMANY, Direction.RECEIPT, Share.ONE),
                new PointShare(GERMANY, Direction.DELIVERY, Share.ONE),
                new PointShare(SWEDEN, Direction.DELIVERY, Share.ONE));
    }

    private static AddStatementPrices prices(int attempt, int version, DailyPrice... prices) {
        return new AddStatementPrices(
                STATEMENT, CLOSE, attempt, HENRY_HUB, version, List.of(prices), List.of(new PersonId("paul")), AT);
    }

    private static AddAllocatedVolumes volumes(int attempt, PointId point, DayTotal... days) {
        return new AddAllocatedVolumes(
                STATEMENT,
                CLOSE,
                attempt,
                AllocationRunId.of(point, OCTOBER, attempt),
                CONTRACT,
                point,
                Sha256.of(point + Arrays.toString(days)),
                List.of(days),
                List.of(new PersonId("anna")),
                AT);
    }

    private static IssueStatement issue(int attempt, Sha256 document) {
        return new IssueStatement(STATEMENT, CLOSE, attempt, document, AT);
    }

    private static DailyPrice price(String day, String perMmbtu) {
        return new DailyPrice(LocalDate.parse(day), usd(perMmbtu), PriceStatus.FINAL, 1);
    }

    private static DayTotal receipt(String day, long kwh) {
        return new DayTotal(new GasDay(day), kwh(kwh), Energy.ZERO);
    }

    private static DayTotal delivery(String day, long kwh) {
        return new DayTotal(new GasDay(day), Energy.ZERO, kwh(kwh));
    }

    private static Price usd(String perMmbtu) {
        return new Price(new BigDecimal(perMmbtu), "USD");
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static Energy kwh(long kwh) {
        return Energy.ofKwh(kwh);
    }
}
