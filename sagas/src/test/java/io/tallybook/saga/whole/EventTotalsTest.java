package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.fold.EventTotalFold;
import io.tallybook.eventlog.fold.EventTotals;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log folded by a program of its own comes to what the aggregates came to. */
class EventTotalsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void foldsTheLogIntoTheFiguresOfTheClose() {
        try (House house = House.open(TestDatabase.fresh(), directory)) {
            SmallMonth month = new SmallMonth(house);
            month.setUp();
            month.record();
            month.record(Example.ELLUND, Example.PERIOD.lastDay(), 1_000_003, SmallMonth.source("corrected"));
            month.open();
            house.await(Example.CLOSE, CloseOpened.class);
            house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, new PersonId("anna"), House.now()));
            house.await(Example.CLOSE, PackReady.class);

            EventTotals totals = EventTotalFold.of(house.log(), Example.CLOSE);
            EventTotals.AreaTotal area = totals.areas().getFirst();
            assertThat(area.receipts()).isEqualTo(Energy.ofKwh(31_000_003));
            assertThat(area.deliveries()).isEqualTo(Energy.ofKwh(34_100_000));
            assertThat(area.storageChange()).isEqualTo(Energy.ofKwh(-3_100_000));
            assertThat(area.unaccounted()).isEqualTo(Energy.ofKwh(3));
            assertThat(totals.shippers()).hasSize(2);
            StatementTotals valued =
                    house.await(Example.CLOSE, MonthValued.class).totals();
            Money purchases = totals.shippers().stream()
                    .map(EventTotals.ShipperTotal::purchases)
                    .reduce(Money.zero("USD"), Money::plus);
            assertThat(purchases).isEqualTo(valued.purchases());
            EventTotals.JournalTotal journal = totals.journal().orElseThrow();
            assertThat(journal.bought()).isEqualTo(valued.receipts());
            assertThat(journal.sold()).isEqualTo(valued.deliveries());
            assertThat(journal.debits()).isEqualTo(journal.credits());
        }
    }
}
