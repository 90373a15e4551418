package io.tallybook.command.statement;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.cashout.CashedOut;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementCommand.AddStatementNominations;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTiers;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementEvent.ImbalancesCashedOut;
import io.tallybook.messages.statement.StatementEvent.PriceMissing;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A statement whose one contract is cashed out at a reference price of its own. */
class CashOutStatementTest {
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final StatementId STATEMENT = StatementId.of(new ShipperId("nord"), OCTOBER);
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");
    private static final ContractId CONTRACT = new ContractId("nord-1");
    private static final PointId POINT = new PointId("germany");
    private static final SeriesId HUB = new SeriesId("henry-hub");
    private static final SeriesId REFERENCE = new SeriesId("imbalance-index");
    private static final CashOutTableId TARIFF = new CashOutTableId("tariff");
    private static final GasDay FIRST = new GasDay("2024-10-01");

    private final Tale<Statement> statement = new Tale<>(Statement.class);

    @Test
    void waitsForNominationsAndTiersAndSettlesWhicheverComesLast() {
        statement.told(open(), terms(), prices(HUB), prices(REFERENCE), volumes(200));
        assertThat(names(statement.when(tiers()))).containsExactly("StatementTiersAdded");
        assertThat(names(statement.when(nominations(150))))
                .containsExactly(
                        "StatementNominationsAdded", "VolumesValued", "ImbalancesCashedOut", "StatementPrepared");
        CashedOut way = settled();
        assertThat(way.side()).isEqualTo(CashOutSide.DUE_SHIPPER);
        assertThat(way.percent()).isEqualByComparingTo("25");
        assertThat(way.lines())
                .extracting(line -> line.energy().kwh().intValueExact())
                .containsExactly(20, 30);
        assertThat(statement.latest(StatementPrepared.class).contributors()).contains(new PersonId("nina"));
        assertThat(statement.when(nominations(7))).as("given twice").isEmpty();
    }

    @Test
    void putsEverythingIntoTheLastBandWhereNothingWasAllocated() {
        statement.told(open(), terms(), prices(HUB), prices(REFERENCE), tiers(), nominations(150), volumes(0));
        CashedOut way = settled();
        assertThat(way.side()).isEqualTo(CashOutSide.DUE_PIPELINE);
        assertThat(way.percent()).isNull();
        assertThat(way.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.tier().factor()).isEqualByComparingTo("1.1"));
    }

    @Test
    void settlesNothingWhereWhatWasScheduledWasAllocatedAndNeedsNoReferencePriceThen() {
        statement.told(open(), terms(), prices(HUB), noPrices(REFERENCE), tiers(), nominations(150), volumes(150));
        assertThat(statement.facts(ImbalancesCashedOut.class)).isEmpty();
        assertThat(statement.latest(StatementPrepared.class).totals().cashOut()).isNull();
    }

    @Test
    void waitsWhileADayOfTheMonthHasNoReferencePrice() {
        statement.told(open(), terms(), prices(HUB), noPrices(REFERENCE), tiers(), nominations(150), volumes(200));
        assertThat(statement.latest(PriceMissing.class).series()).isEqualTo(REFERENCE);
        assertThat(statement.latest(PriceMissing.class).days()).isEqualTo(31);
        assertThat(statement.facts(StatementPrepared.class)).isEmpty();
    }

    @Test
    void aStatementIsSettledBySoManyTablesAndNoMore() {
        for (int i = 1; i <= Imbalances.MOST_TABLES; i++) {
            statement.told(tiers(new CashOutTableId("tariff-" + i)));
        }
        assertThat(statement.refusal(tiers(TARIFF))).isEqualTo("too-many-cash-out-tables");
    }

    private CashedOut settled() {
        return statement.latest(ImbalancesCashedOut.class).ways().getFirst();
    }

    private static OpenStatement open() {
        return new OpenStatement(STATEMENT, CLOSE, 1, List.of(CONTRACT), AT);
    }

    private static AddStatementTerms terms() {
        ContractTerms terms = new ContractTerms(
                OCTOBER,
                List.of(new PointShare(POINT, Direction.RECEIPT, Share.ONE)),
                HUB,
                NonPriceDayRule.LAST_PUBLISHED,
                31,
                "USD",
                ImbalanceTerms.cashOut(TARIFF, REFERENCE));
        return new AddStatementTerms(STATEMENT, CLOSE, 1, CONTRACT, terms, 1, new PersonId("erik"), AT);
    }

    private static AddStatementPrices prices(SeriesId series) {
        return prices(
                series,
                List.of(new DailyPrice(
                        LocalDate.parse("2024-10-01"), new Price(new BigDecimal("2"), "USD"), PriceStatus.FINAL, 1)));
    }

    private static AddStatementPrices noPrices(SeriesId series) {
        return prices(series, List.of());
    }

    private static AddStatementPrices prices(SeriesId series, List<DailyPrice> prices) {
        return new AddStatementPrices(STATEMENT, CLOSE, 1, series, 1, prices, List.of(), AT);
    }

    private static AddStatementTiers tiers() {
        return tiers(TARIFF);
    }

    private static AddStatementTiers tiers(CashOutTableId table) {
        return new AddStatementTiers(
                STATEMENT,
                CLOSE,
                1,
                table,
                1,
                new CashOutTiers(
                        List.of(tier("0", "10", "1"), tier("10", null, "1.1")),
                        List.of(tier("0", "10", "1"), tier("10", null, "0.9"))),
                new PersonId("erik"),
                AT);
    }

    private static CashOutTier tier(String above, @Nullable String upTo, String factor) {
        return new CashOutTier(
                new BigDecimal(above), upTo == null ? null : new BigDecimal(upTo), new BigDecimal(factor));
    }

    private static AddStatementNominations nominations(long kwh) {
        return new AddStatementNominations(
                STATEMENT,
                CLOSE,
                1,
                CONTRACT,
                POINT,
                1,
                List.of(new NominatedDay(FIRST, Energy.ofKwh(kwh), null)),
                List.of(new PersonId("nina")),
                AT);
    }

    private static AddAllocatedVolumes volumes(long kwh) {
        return new AddAllocatedVolumes(
                STATEMENT,
                CLOSE,
                1,
                AllocationRunId.of(POINT, OCTOBER, 1),
                CONTRACT,
                POINT,
                Sha256.of("allocated"),
                List.of(new DayTotal(FIRST, Energy.ofKwh(kwh), Energy.ZERO)),
                List.of(new PersonId("anna")),
                AT);
    }
}
