package io.tallybook.ui.trial;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.RestateAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountMapCommand.TellAccounts;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.BeginSending;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.NoteUnknownOutcome;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReconcileJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RecordHeld;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RemapJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchCommand.TakeAccounts;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementCommand.AddStatementNominations;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.AddStatementTiers;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
import io.tallybook.messages.statement.StatementCommand.RevalueVolumes;
import io.tallybook.messages.statement.StatementCommand.VoidStatement;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Orders to what a month comes to: balance, allocation, statement, journal, adjustment. */
record OrdersToResults(LockedMonth month) {
    static final Sha256 OTHER = Sha256.of("other figures");
    /** Of a package that nobody prepared. */
    static final PreviewId PREVIEW = new PreviewId(new PackageId("locked/999"), 1);

    static final PersonId EVE = new PersonId("eve");
    static final StatementTotals NOTHING = new StatementTotals(
            Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"), Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"));

    List<Command> all() {
        return Stream.of(
                        balance(),
                        allocation(),
                        statement(),
                        journal(),
                        adjustment(),
                        new OrdersToAdjustments(month).all())
                .flatMap(List::stream)
                .toList();
    }

    private GasSystem system() {
        return month.system;
    }

    private CloseId close() {
        return month.system.close();
    }

    private static Instant at() {
        return House.now();
    }

    private List<Command> balance() {
        return List.of(
                new OpenBalance(
                        system().balance(0),
                        close(),
                        1,
                        List.of(),
                        new Crew(month.house, system()).tolerance("0"),
                        at()),
                new AddBalanceInput(
                        system().balance(0),
                        close(),
                        1,
                        1,
                        system().point(1),
                        99,
                        OTHER,
                        0,
                        List.of(),
                        List.of(),
                        at()),
                new ExplainImbalance(
                        system().balance(0),
                        LockedMonth.EXPLAINED,
                        ImbalanceCause.UNEXPLAINED,
                        "on second thought",
                        EVE,
                        at()),
                new AcceptBalance(system().balance(0), OTHER, EVE, at()));
    }

    private List<Command> allocation() {
        AllocationRunId run = month.run(1);
        AllocationRunId next = AllocationRunId.of(system().point(1), system().period(), 2);
        return List.of(
                new StartAllocation(run, close(), system().area(0), List.of(), at()),
                new AddAllocationInput(run, close(), 99, OTHER, List.of(), List.of(), at()),
                new AddContractShares(
                        run, close(), system().contract(0, 0), 2, system().shipper(0), List.of(), EVE, at()),
                new AddNominations(run, close(), system().contract(0, 0), 1, List.of(), List.of(), List.of(EVE), at()),
                new RestateAllocation(run, close(), PREVIEW, List.of(restated()), at()),
                new SupersedeRun(run, next, "an attempt", at()));
    }

    private List<Command> statement() {
        var statement = system().statement(0);
        var contract = system().contract(0, 0);
        return List.of(
                new OpenStatement(statement, close(), 2, List.of(), at()),
                new AddStatementTerms(statement, close(), 2, contract, system().terms(0, 0), 1, EVE, at()),
                prices(),
                new AddAllocatedVolumes(
                        statement,
                        close(),
                        2,
                        month.run(1),
                        contract,
                        system().point(1),
                        OTHER,
                        List.of(),
                        List.of(),
                        at()),
                new AddStatementNominations(
                        statement, close(), 2, contract, system().point(1), 1, List.of(), List.of(), at()),
                new AddStatementTiers(statement, close(), 2, new CashOutTableId("another"), 1, tiers(), EVE, at()),
                new IssueStatement(statement, close(), 1, OTHER, at()),
                new VoidStatement(statement, close(), 1, "a trial", at()),
                new RevalueVolumes(
                        statement,
                        close(),
                        PREVIEW,
                        contract,
                        system().point(1),
                        GasSystem.SHIPPERS,
                        List.of(restated()),
                        at()));
    }

    /** A day as it is, as differences to what it was closed with. */
    private static RestatedDay restated() {
        DayTotal nothing = new DayTotal(LockedMonth.EXPLAINED, Energy.ZERO, Energy.ZERO);
        return new RestatedDay(nothing, nothing);
    }

    private static CashOutTiers tiers() {
        CashOutTier all = new CashOutTier(BigDecimal.ZERO, null, BigDecimal.ONE);
        return new CashOutTiers(List.of(all), List.of(all));
    }

    private AddStatementPrices prices() {
        return new AddStatementPrices(
                system().statement(0), close(), 2, system().series(), 99, List.<DailyPrice>of(), List.of(), at());
    }

    private List<Command> journal() {
        var journal = system().journal();
        return List.of(
                new OpenJournal(journal, close(), 2, List.of(), Map.of(), 2, EVE, at()),
                new AddJournalInput(journal, close(), 1, system().shipper(0), NOTHING, OTHER, List.of(), at()),
                new PostJournal(journal, close(), 1, OTHER, at()),
                new RepostJournal(journal, "an attempt", EVE, at()),
                new RemapJournal(journal, "an attempt", EVE, at()),
                new TakeAccounts(journal, 2, Map.of(), 2, EVE, at()),
                new BeginSending(journal, PostingKey.of(journal, 1), 1, "sap", at()),
                new NoteUnknownOutcome(journal, PostingKey.of(journal, 1), "an attempt", at()),
                new RecordHeld(journal, 7, "sap", List.of(), at()),
                new ReconcileJournal(journal, EVE, at()),
                new TellAccounts(system().accounts(), journal, close(), 1, 2, at()),
                new ConfirmPosting(journal, "4712", OTHER, at()),
                new RejectPosting(journal, "changed our mind", at()),
                new ReverseJournal(journal, close(), 1, "a trial", at()));
    }

    private List<Command> adjustment() {
        return List.of(new RaiseAdjustment(
                new AdjustmentId("locked-p001/2024-10-10/attempt"),
                close(),
                system().point(1),
                LockedMonth.EXPLAINED,
                Energy.ofKwh(1),
                Energy.ofKwh(2),
                Crew.source("an attempt"),
                List.of(),
                Crew.OPERATOR,
                at()));
    }
}
