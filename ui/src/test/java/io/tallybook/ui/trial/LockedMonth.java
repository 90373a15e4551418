package io.tallybook.ui.trial;

import io.tallybook.eventlog.StoredEvent;
import io.tallybook.intake.IntakeConfiguration;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationSuperseded;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareRestated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.SheetRows;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.HolidaysSet;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionEnded;
import io.tallybook.messages.close.CloseCalendarEvent.LockExceptionGranted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodAdjusted;
import io.tallybook.messages.close.CloseCalendarEvent.SoftLockMoved;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseLocked;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesNoted;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.deadletter.DeadLetterCommand.ReceiveDeadLetter;
import io.tallybook.messages.intake.ImportCommand.StartImport;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciled;
import io.tallybook.messages.journal.JournalBatchEvent.JournalReconciliationRequested;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingExcluded;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingNoted;
import io.tallybook.messages.metering.MeterMonthEvent.RejectedReadingReplaced;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.change.ChangeOrders.RowOrders;
import io.tallybook.saga.whole.House;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** October 2024 of a small system, closed and locked, with a day that had to be explained. */
final class LockedMonth implements AutoCloseable {
    static final GasDay EXPLAINED = new GasDay("2024-10-10");

    /** What may still be noted beside a locked month; everything else in its streams is a figure or what led to it. */
    private static final Set<Class<? extends Event>> NOTES = Set.of(
            LateQuantitiesReceived.class,
            RejectedReadingNoted.class,
            RejectedReadingReplaced.class,
            RejectedReadingExcluded.class,
            LateQuantitiesNoted.class,
            LateQuantitiesDecided.class,
            HolidaysSet.class,
            HardLockRaised.class,
            PeriodAdjusted.class,
            SoftLockMoved.class,
            LockExceptionGranted.class,
            LockExceptionEnded.class,
            JournalReconciliationRequested.class,
            JournalReconciled.class,
            BlockerReported.class,
            AllocationSuperseded.class,
            ShareRestated.class,
            VolumesRevalued.class);

    static final Sha256 CONTENT = Sha256.of("other shares for the locked month");
    static final ChangeId PROPOSED = new ChangeId("proposed");
    static final ChangeId APPROVED = new ChangeId("approved");
    static final ChangeId LATER = new ChangeId("later");
    private static final Sha256 LATER_CONTENT = Sha256.of("other shares for the month after it");

    final House house;
    final GasSystem system = GasSystem.daily("locked", "2024-10");
    final Sha256 packHash;

    LockedMonth(Path directory) {
        house = House.open(TestDatabase.fresh(), directory, IntakeConfiguration.class);
        Crew crew = new Crew(house, system);
        crew.setUp();
        Meters meters = new Meters(system, 10);
        meters.change(1, 9, -90_000);
        crew.deliver("october.csv", meters.csv());
        crew.open();
        crew.cutOff();
        house.await(
                system.balance(0),
                SystemBalanceCalculated.class,
                c -> c.unexplained().equals(List.of(EXPLAINED)));
        crew.explain(0, EXPLAINED);
        crew.accept(0);
        CloseLocked locked = crew.finish(crew.awaitPack(1).packHash());
        packHash = locked.packHash();
        bystanders();
        house.awaitQuiet();
    }

    /** What some orders need to be there: two dead letters of the month, a running import, an account, two changes. */
    private void bystanders() {
        ContractTerms terms = system.terms(0, 0);
        ContractTerms others = new ContractTerms(
                terms.effectiveFrom(), List.of(), terms.series(), terms.rule(), terms.lookbackDays(), terms.currency());
        AmendContract amend = new AmendContract(system.contract(0, 0), others, Crew.ENGINEER, House.now());
        house.plan(
                CONTENT,
                List.of(new RowOrders("CONTRACTS", 1, system.contract(0, 0).value(), List.of(amend))));
        house.order("eric", Role.ENGINEER, proposal(PROPOSED));
        house.order("eric", Role.ENGINEER, proposal(APPROVED));
        house.order("bob", Role.APPROVER, new ApproveChange(APPROVED, CONTENT, new PersonId("bob"), House.now()));
        house.await(APPROVED, ChangeCompleted.class);
        for (int line = 1; line <= 2; line++) {
            house.order("oscar", Role.OPERATOR, deadLetter(line));
        }
        house.order(
                "oscar",
                Role.OPERATOR,
                new StartImport(
                        new ImportId("running"), Crew.source("running"), "hourly-csv", 1, Crew.OPERATOR, House.now()));
        house.order(
                "ada",
                Role.ADMIN,
                new GrantAccess(
                        new UserId("victor"),
                        new PersonId("victor"),
                        Set.of(Role.VIEWER),
                        0,
                        new PersonId("ada"),
                        House.now()));
    }

    /** Other shares from the month after the locked one on, proposed and approved. */
    void approveLaterTerms() {
        ContractTerms terms = system.terms(0, 0);
        ContractTerms others = new ContractTerms(
                system.period().next(),
                terms.shares(),
                terms.series(),
                terms.rule(),
                terms.lookbackDays() + 1,
                terms.currency());
        AmendContract amend = new AmendContract(system.contract(0, 0), others, Crew.ENGINEER, House.now());
        house.plan(
                LATER_CONTENT,
                List.of(new RowOrders("CONTRACTS", 1, system.contract(0, 0).value(), List.of(amend))));
        house.order("eric", Role.ENGINEER, proposal(LATER, LATER_CONTENT));
        house.order("bob", Role.APPROVER, new ApproveChange(LATER, LATER_CONTENT, new PersonId("bob"), House.now()));
    }

    static ProposeChange proposal(ChangeId change) {
        return proposal(change, CONTENT);
    }

    private static ProposeChange proposal(ChangeId change, Sha256 content) {
        return new ProposeChange(
                change, content, List.of(new SheetRows("CONTRACTS", 1)), "other shares", Crew.ENGINEER, House.now());
    }

    ReceiveDeadLetter deadLetter(int line) {
        return new ReceiveDeadLetter(
                letter(line),
                Crew.source("rubbish"),
                line,
                "BAD_NUMBER",
                "not a number",
                "x",
                system.month(1),
                GasSystem.GAS_DAY.start(EXPLAINED.plusDays(1)),
                Crew.OPERATOR,
                House.now());
    }

    static DeadLetterId letter(int line) {
        return new DeadLetterId(Crew.source("rubbish").file().brief() + "/" + line);
    }

    AllocationRunId run(int point) {
        return AllocationRunId.of(system.point(point), system.period(), 1);
    }

    /** Everything the month's streams say but for the notes, each event by place, type and hash of its bytes. */
    CloseGroup group() {
        return system.group();
    }

    List<String> figures() {
        List<String> figures = new ArrayList<>();
        for (Object stream : streams()) {
            house.log().stream(stream.toString()).stream()
                    .filter(stored -> !NOTES.contains(stored.event().getClass()))
                    .map(LockedMonth::line)
                    .forEach(figures::add);
        }
        return figures;
    }

    private List<Object> streams() {
        List<Object> streams =
                new ArrayList<>(List.of(system.close(), system.group(), system.balance(0), system.journal()));
        IntStream.range(0, GasSystem.SHIPPERS).mapToObj(system::statement).forEach(streams::add);
        IntStream.range(0, system.points()).mapToObj(system::month).forEach(streams::add);
        IntStream.range(0, system.points())
                .filter(p -> system.role(p) == PointRole.FLOW)
                .mapToObj(this::run)
                .forEach(streams::add);
        return streams;
    }

    private static String line(StoredEvent stored) {
        return stored.stream() + " " + stored.type() + " " + Sha256.of(stored.payload());
    }

    /** Every order there is, each meant to move the month. */
    List<Command> orders() {
        List<Command> orders = new ArrayList<>();
        orders.addAll(new OrdersToSources(this).all());
        orders.addAll(new OrdersToResults(this).all());
        orders.addAll(new OrdersToVariances(this).all());
        orders.addAll(new OrdersToWorkpapers(this).all());
        orders.addAll(new OrdersToClose(this).all());
        return orders;
    }

    @Override
    public void close() {
        house.close();
    }
}
