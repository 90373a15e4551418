package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the house has booked with the oracle, day by day and line by line, to the last digit. */
record Books(House house, GasSystem system) {
    void equal(Oracle oracle) {
        for (int area = 0; area < system.areas(); area++) {
            balanceEquals(area, oracle);
        }
        for (int shipper = 0; shipper < GasSystem.SHIPPERS; shipper++) {
            statementEquals(shipper, oracle.shipper(shipper));
            assertThat(lines(shipper)).isEqualTo(oracle.lines(shipper));
            assertThat(statement(shipper).lines())
                    .isEqualTo(oracle.lines(shipper).size());
        }
        journalEquals(oracle.month());
    }

    private void balanceEquals(int area, Oracle oracle) {
        SystemBalanceCalculated balance = house.await(system.balance(area), SystemBalanceCalculated.class);
        Oracle.AreaTotals expected = oracle.area(area);
        BalanceTotal month =
                house.await(system.balance(area), BalanceAccepted.class).month();
        assertThat(month).isEqualTo(balance.month());
        assertThat(figures(month.receipts(), month.deliveries(), month.storageChange(), month.unaccounted()))
                .isEqualTo(figures(expected));
        assertThat(balance.days())
                .extracting(BalanceDay::day)
                .containsExactlyElementsOf(system.period().days());
        assertThat(balance.days())
                .allSatisfy(day -> assertThat(
                                figures(day.receipts(), day.deliveries(), day.storageChange(), day.unaccounted()))
                        .as(day.day().value())
                        .isEqualTo(figures(oracle.area(area, day.day()))));
    }

    private static List<Energy> figures(Oracle.AreaTotals of) {
        return figures(
                Energy.ofKwh(of.receipts()),
                Energy.ofKwh(of.deliveries()),
                Energy.ofKwh(of.stored()),
                Energy.ofKwh(of.receipts() - of.deliveries() - of.stored()));
    }

    private static List<Energy> figures(Energy... each) {
        return List.of(each);
    }

    /** Every line of the statement as it stands, from the events of its latest attempt. */
    private Set<Oracle.Line> lines(int shipper) {
        int attempt = statement(shipper).attempt();
        return house.all(system.statement(shipper), VolumesValued.class).stream()
                .filter(valued -> valued.attempt() == attempt)
                .flatMap(valued -> valued.lines().stream()
                        .map(line -> new Oracle.Line(
                                valued.point(),
                                line.day(),
                                line.direction(),
                                line.energy(),
                                line.mmbtu(),
                                line.amount())))
                .collect(Collectors.toSet());
    }

    private void statementEquals(int shipper, Oracle.Totals expected) {
        assertThat(statement(shipper).totals())
                .isEqualTo(new StatementTotals(
                        Energy.ofKwh(expected.receipts()),
                        expected.mmbtuIn(),
                        usd(expected.bought()),
                        Energy.ofKwh(expected.deliveries()),
                        expected.mmbtuOut(),
                        usd(expected.sold())));
    }

    private void journalEquals(Oracle.Totals expected) {
        assertThat(journal().debits()).isEqualTo(usd(expected.bought().add(expected.sold())));
        assertThat(journal().credits()).isEqualTo(usd(expected.bought().add(expected.sold())));
    }

    StatementPrepared statement(int shipper) {
        return house.await(system.statement(shipper), StatementPrepared.class);
    }

    JournalPrepared journal() {
        return house.await(system.journal(), JournalPrepared.class);
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, "USD");
    }
}
