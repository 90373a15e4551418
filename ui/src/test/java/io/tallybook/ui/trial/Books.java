package io.tallybook.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;

/** Compares what the house has booked with the oracle, to the last digit. */
record Books(House house, GasSystem system) {
    void equal(Oracle oracle) {
        for (int area = 0; area < system.areas(); area++) {
            balanceEquals(area, oracle.area(area));
        }
        for (int shipper = 0; shipper < GasSystem.SHIPPERS; shipper++) {
            statementEquals(shipper, oracle.shipper(shipper));
        }
        journalEquals(oracle.month());
    }

    private void balanceEquals(int area, Oracle.AreaTotals expected) {
        BalanceTotal month =
                house.await(system.balance(area), BalanceAccepted.class).month();
        assertThat(month.receipts()).isEqualTo(Energy.ofKwh(expected.receipts()));
        assertThat(month.deliveries()).isEqualTo(Energy.ofKwh(expected.deliveries()));
        assertThat(month.storageChange()).isEqualTo(Energy.ofKwh(expected.stored()));
        assertThat(month.unaccounted())
                .isEqualTo(Energy.ofKwh(expected.receipts() - expected.deliveries() - expected.stored()));
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
