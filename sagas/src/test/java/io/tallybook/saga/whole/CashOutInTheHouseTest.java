package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Role;
import io.tallybook.messages.Share;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A month of points split by percentage whose first contract is cashed out by the Ozark tariff of the vectors: it is allocated
 * 600,000 kWh a day at ellund and 660,000 at nybro.
 */
class CashOutInTheHouseTest extends SmallMonthClose {
    private static final PersonId NOMINATOR = new PersonId("nina");
    private static final CashOutTableId OZARK = new CashOutTableId("ozark");
    private static final StatementId STATEMENT = StatementId.of(Example.NORDGAS, Example.PERIOD);

    @Test
    void closesAMonthWhoseImbalancesAreBoughtAndSoldByMarginalTiers() throws IOException {
        define(ozark());
        agree(ImbalanceTerms.cashOut(OZARK, Example.HENRY_HUB));
        mapImbalances();
        nominate(Example.ELLUND, Direction.RECEIPT, 510_000);
        nominate(Example.NYBRO, Direction.DELIVERY, 561_000);
        PackReady pack = toPack();

        // 31 × 600,000 allocated, 31 × 510,000 scheduled: 15 % over-supply, 10 % at 1.0 and 5 % at 0.9
        CashedOut over = settled(Example.ELLUND);
        assertThat(over.allocated()).isEqualTo(Energy.ofKwh(18_600_000));
        assertThat(over.scheduled()).isEqualTo(Energy.ofKwh(15_810_000));
        assertThat(over.imbalance()).isEqualTo(Energy.ofKwh(2_790_000));
        assertThat(over.percent()).isEqualByComparingTo("15");
        assertThat(over.side()).isEqualTo(CashOutSide.DUE_SHIPPER);
        assertThat(words(over)).containsExactly("1860000 × 1 = 14318.71 USD", "930000 × 0.9 = 6443.42 USD");
        // the shipper took 15 % more than was scheduled: 10 % at 1.0 and 5 % at 1.1
        CashedOut under = settled(Example.NYBRO);
        assertThat(under.side()).isEqualTo(CashOutSide.DUE_PIPELINE);
        assertThat(words(under)).containsExactly("2046000 × 1 = 15750.58 USD", "1023000 × 1.1 = 8662.82 USD");
        StatementPrepared prepared = house.await(STATEMENT, StatementPrepared.class);
        assertThat(prepared.totals().cashOut())
                .isEqualTo(new CashOutTotals(
                        Energy.ofKwh(2_790_000), usd("20762.13"), Energy.ofKwh(3_069_000), usd("24413.40")));
        assertThat(prepared.versions()).contains("cash-out|ozark|v1", "calculation|cash-out|1");
        assertThat(prepared.contributors()).contains(NOMINATOR);
        JournalPrepared journal = house.all(JournalPrepared.class).getLast();
        assertThat(imbalances(journal))
                .containsExactly(
                        "IMBALANCE_PURCHASES 5020 2790000 dr 20762.13",
                        "IMBALANCE_PAYABLE 2020 2790000 cr 20762.13",
                        "IMBALANCE_RECEIVABLE 1020 3069000 dr 24413.40",
                        "IMBALANCE_REVENUE 4020 3069000 cr 24413.40");
        assertThat(journal.debits()).isEqualTo(journal.credits());
        assertThat(house.ask("nina", Role.APPROVER, approval("nina", pack.packHash()))
                        .outcome())
                .as("who nominated does not approve")
                .isEqualTo(Outcome.REFUSED);
        finish(pack.packHash());
        house.await(Example.CLOSE, CloseLocked.class);
        assertThat(house.ask("nina", Role.ENGINEER, nomination(Example.ELLUND, Direction.RECEIPT, 7))
                        .rule())
                .isEqualTo("period-is-closed");
    }

    /** The mean of 31 days: 2.11 on the first, a cent more each day, on weekends Friday's; (62 + 7.94) ÷ 31. */
    @Test
    void takesTheMonthAnewWhenANominationOrATableChangesAfterItWasTaken() {
        define(ozark());
        agree(ImbalanceTerms.cashOut(OZARK, Example.HENRY_HUB));
        mapImbalances();
        nominate(Example.ELLUND, Direction.RECEIPT, 510_000);
        nominate(Example.NYBRO, Direction.DELIVERY, 660_000);
        toPack();
        assertThat(house.await(STATEMENT, ImbalancesCashedOut.class).index()).isEqualTo(price("2.256129"));

        nominate(Example.ELLUND, Direction.RECEIPT, 600_000);

        assertThat(house.await(Example.CLOSE, ResultsInvalidated.class).reason())
                .contains("nord-1 nominated at ellund");
        StatementPrepared second = house.await(STATEMENT, StatementPrepared.class, e -> e.attempt() == 2);
        assertThat(second.totals().cashOut()).as("in balance").isNull();
        house.await(Example.CLOSE, PackReady.class, e -> e.attempt() == 2);
        define(new CashOutTiers(List.of(tier("0", "", "2")), List.of(tier("0", "", "0.5"))));
        assertThat(house.await(Example.CLOSE, ResultsInvalidated.class, e -> e.attempt() == 3)
                        .reason())
                .contains("cash-out table ozark was changed");
        house.await(Example.CLOSE, PackReady.class, e -> e.attempt() == 3);
    }

    @Test
    void pinsNominationsWhereAnOperationalBalancingAgreementCarriesThemAndMovesNoMoney() {
        agree(ImbalanceTerms.oba());
        nominate(Example.ELLUND, Direction.RECEIPT, 1);
        toPack();

        NominationsPinned pinned = house.await(
                NominationMonthId.of(Example.NORD, Example.ELLUND, Example.PERIOD), NominationsPinned.class);
        assertThat(pinned.allocates()).isFalse();
        assertThat(house.await(STATEMENT, StatementPrepared.class).totals().cashOut())
                .isNull();
        nominate(Example.ELLUND, Direction.RECEIPT, 2);
        house.await(Example.CLOSE, ResultsInvalidated.class);
    }

    @Test
    void blocksWhileNobodyHasDefinedTheTable() {
        month.needsNoWord();
        agree(ImbalanceTerms.cashOut(OZARK, Example.HENRY_HUB));
        month.record();
        toCutoff();

        assertThat(house.await(Example.CLOSE, BlockerReported.class).sentence()).contains("cash-out:ozark");
    }

    private PackReady toPack() {
        month.needsNoWord();
        month.record();
        toCutoff();
        return house.await(Example.CLOSE, PackReady.class);
    }

    private CashedOut settled(PointId point) {
        return house.await(
                        STATEMENT,
                        ImbalancesCashedOut.class,
                        e -> e.contract().equals(Example.NORD) && e.point().equals(point))
                .ways()
                .getFirst();
    }

    private static List<String> words(CashedOut way) {
        return way.lines().stream()
                .map(line -> line.energy().kwh().toPlainString() + " × "
                        + line.tier().factor().toPlainString() + " = " + line.amount())
                .toList();
    }

    private static List<String> imbalances(JournalPrepared journal) {
        return journal.lines().stream()
                .filter(line -> line.use().name().startsWith("IMBALANCE"))
                .map(line -> line.use() + " " + line.account().number() + " "
                        + line.energy().kwh().toPlainString() + side(line))
                .toList();
    }

    private static String side(JournalLine line) {
        return line.debit().amount().signum() == 0
                ? " cr " + line.credit().amount()
                : " dr " + line.debit().amount();
    }

    private void define(CashOutTiers tiers) {
        house.order(
                "eric", Role.ENGINEER, new DefineCashOutTable(OZARK, tiers, null, SmallMonth.ENGINEER, House.now()));
    }

    private void agree(ImbalanceTerms imbalances) {
        ContractTerms terms = new ContractTerms(
                Example.PERIOD,
                List.of(
                        new PointShare(Example.ELLUND, Direction.RECEIPT, Share.of("0.6")),
                        new PointShare(Example.NYBRO, Direction.DELIVERY, Share.of("0.6"))),
                Example.HENRY_HUB,
                NonPriceDayRule.LAST_PUBLISHED,
                7,
                "USD",
                imbalances);
        house.order("eric", Role.ENGINEER, new AmendContract(Example.NORD, terms, SmallMonth.ENGINEER, House.now()));
    }

    private void mapImbalances() {
        Map<AccountUse, Account> map = new EnumMap<>(Map.of(
                AccountUse.GAS_PURCHASES, new Account("5010", "Gas purchases"),
                AccountUse.PAYABLE, new Account("2010", "Payable"),
                AccountUse.RECEIVABLE, new Account("1010", "Receivable"),
                AccountUse.REVENUE, new Account("4010", "Revenue"),
                AccountUse.IMBALANCE_PURCHASES, new Account("5020", "Imbalance gas bought"),
                AccountUse.IMBALANCE_PAYABLE, new Account("2020", "Imbalance payable"),
                AccountUse.IMBALANCE_RECEIVABLE, new Account("1020", "Imbalance receivable"),
                AccountUse.IMBALANCE_REVENUE, new Account("4020", "Imbalance gas sold")));
        house.order(
                "eric", Role.ENGINEER, new MapAccounts(Example.ACCOUNTS, map, null, SmallMonth.ENGINEER, House.now()));
    }

    private void nominate(PointId point, Direction direction, long kwh) {
        house.order("nina", Role.ENGINEER, nomination(point, direction, kwh));
    }

    private static RecordNominations nomination(PointId point, Direction direction, long kwh) {
        boolean receipt = direction == Direction.RECEIPT;
        Energy energy = Energy.ofKwh(kwh);
        return new RecordNominations(
                NominationMonthId.of(Example.NORD, point, Example.PERIOD),
                NominationKind.NOMINATED,
                Example.PERIOD.days().stream()
                        .map(day -> new NominatedDay(day, receipt ? energy : null, receipt ? null : energy))
                        .toList(),
                SmallMonth.source("nominations"),
                NOMINATOR,
                House.now());
    }

    /** Ozark Gas Transmission RP09-1040, as MarginalTiersTest reads it from the vectors. */
    private static CashOutTiers ozark() {
        return new CashOutTiers(
                List.of(
                        tier("0", "10", "1.0"),
                        tier("10", "15", "1.1"),
                        tier("15", "20", "1.2"),
                        tier("20", "25", "1.3"),
                        tier("25", "", "1.4")),
                List.of(
                        tier("0", "10", "1.0"),
                        tier("10", "15", "0.9"),
                        tier("15", "20", "0.8"),
                        tier("20", "25", "0.7"),
                        tier("25", "", "0.6")));
    }

    private static CashOutTier tier(String above, String upTo, String factor) {
        return new CashOutTier(
                new BigDecimal(above), upTo.isEmpty() ? null : new BigDecimal(upTo), new BigDecimal(factor));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static Price price(String price) {
        return new Price(new BigDecimal(price), "USD");
    }
}
