package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleEvent.AccrualFailed;
import io.tallybook.messages.close.CloseCycleEvent.AccrualPrepared;
import io.tallybook.messages.close.CloseCycleEvent.AccrualTrueUpCalculated;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.PackPublished;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.TruedUpShipper;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReversed;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.Example;
import io.tallybook.saga.outward.erp.FaultyErp;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month accrued before its close: both books, period by period, with an ERP over HTTP. */
class AccrualInTheHouseTest {
    private static final JournalId FLASH = JournalId.ofAccrual(Example.CLOSE, 1);
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);
    private static final String NEXT = Example.PERIOD.next().value();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FaultyErp erp;

    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private SmallMonth month;

    @BeforeEach
    void start() throws IOException {
        erp = new FaultyErp(600);
        house = House.open(TestDatabase.fresh(), directory, "test", erp.settings(Example.GROUP));
        month = new SmallMonth(house);
        month.setUp();
        month.open();
        house.await(Example.CLOSE, CloseOpened.class);
    }

    @AfterEach
    void stop() {
        house.close();
        erp.close();
    }

    @Test
    void isBookedTakenBackInTheNextPeriodAndLeavesTheTrueUpThere() {
        month.record(Example.PERIOD.firstDay());
        prepare(accrued(Example.NORDGAS, "1000.00"), accrued(Example.SUNDGAS, "700.00"));
        approve(1);
        house.await(FLASH, JournalReversed.class);
        assertThat(erp.bookedIn()).isEqualTo(Map.of(FLASH.value(), Example.PERIOD.value(), FLASH.value() + "-2", NEXT));
        assertThat(debits(FLASH)).containsExactly(money("3400.00"), money("3400.00"));
        assertThat(erp.batch(FLASH.value()).valueStream()).noneMatch(line -> line.has("reverses"));
        assertThat(erp.batch(FLASH.value() + "-2").valueStream()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.at("/reverses/key").asString()).isEqualTo(FLASH.value());
            assertThat(line.at("/reverses/line").asInt())
                    .isEqualTo(line.get("line").asInt());
        });
        assertThat(net(FLASH)).as("accrual and reversal together").isEqualTo(BigDecimal.ZERO.setScale(2));

        closeIt();

        assertThat(erp.bookedIn()).containsEntry(JOURNAL.value(), NEXT);
        assertThat(house.await(Example.CLOSE, AccrualTrueUpCalculated.class).shippers())
                .extracting(TruedUpShipper::shipper)
                .containsExactly(Example.NORDGAS, Example.SUNDGAS);
        house.order("anna", Role.ACCOUNTANT, new ReconcileJournal(JOURNAL, SmallMonth.ACCOUNTANT, House.now()));
        assertThat(house.await(JOURNAL, JournalReconciled.class).keys())
                .as("the accrual's keys are compared for themselves")
                .extracting(key -> key.comparison())
                .containsExactly(Comparison.AGREES);
        house.order("anna", Role.ACCOUNTANT, new ReconcileJournal(FLASH, SmallMonth.ACCOUNTANT, House.now()));
        assertThat(house.await(FLASH, JournalReconciled.class).keys())
                .extracting(key -> key.comparison())
                .containsExactly(Comparison.AGREES, Comparison.AGREES);
    }

    @Test
    void oneWithoutAccountsFailsAndMakesRoomForAnother() {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new PrepareAccrual(
                        Example.CLOSE,
                        List.of(accrued(Example.NORDGAS, "10.00")),
                        new AccountMapId("nobody"),
                        1,
                        "",
                        SmallMonth.ACCOUNTANT,
                        House.now()));
        approve(1);
        assertThat(house.await(Example.CLOSE, AccrualFailed.class).sentence()).contains("No accounts are mapped");

        prepare(accrued(Example.NORDGAS, "10.00"));
        approve(2);
        house.await(JournalId.ofAccrual(Example.CLOSE, 2), JournalReversed.class);
    }

    private void closeIt() {
        month.record();
        house.order("anna", Role.ACCOUNTANT, new DeclareCutoff(Example.CLOSE, SmallMonth.ACCOUNTANT, House.now()));
        Sha256 pack = house.await(Example.CLOSE, PackReady.class).packHash();
        for (String person : List.of("bob", "carol")) {
            house.order(
                    person, Role.APPROVER, new ApproveClose(Example.CLOSE, pack, new PersonId(person), House.now()));
        }
        house.await(Example.CLOSE, PackPublished.class);
        house.order("carol", Role.APPROVER, new LockPeriod(Example.CLOSE, pack, new PersonId("carol"), House.now()));
        house.await(Example.CLOSE, CloseLocked.class);
    }

    private void prepare(AccruedShipper... shippers) {
        house.order(
                "anna",
                Role.ACCOUNTANT,
                new PrepareAccrual(
                        Example.CLOSE,
                        List.of(shippers),
                        Example.ACCOUNTS,
                        house.log().head(),
                        "one day of thirty-one",
                        SmallMonth.ACCOUNTANT,
                        House.now()));
    }

    private void approve(int number) {
        Sha256 hash = house.await(Example.CLOSE, AccrualPrepared.class, e -> e.number() == number)
                .contentHash();
        house.order(
                "bob",
                Role.APPROVER,
                new ApproveAccrual(Example.CLOSE, number, hash, null, new PersonId("bob"), House.now()));
    }

    /** Bought and sold for the same amount. */
    private static AccruedShipper accrued(ShipperId shipper, String amount) {
        Energy energy = Energy.ofKwh(1_000);
        AccrualTotals totals = new AccrualTotals(energy, money(amount), energy, money(amount));
        return new AccruedShipper(shipper, totals, 1, 30, null);
    }

    private List<Money> debits(JournalId journal) {
        return house.all(journal, JournalPostingRequested.class).stream()
                .map(request -> request.lines().stream()
                        .map(JournalLine::debit)
                        .reduce(Money::plus)
                        .orElseThrow())
                .toList();
    }

    /** What stands on the purchases' account after every posting of the journal. */
    private BigDecimal net(JournalId journal) {
        return house.all(journal, JournalPostingRequested.class).stream()
                .flatMap(request -> request.lines().stream())
                .filter(line -> line.account().number().equals("5010"))
                .flatMap(line ->
                        Stream.of(line.debit().amount(), line.credit().amount().negate()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money money(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
