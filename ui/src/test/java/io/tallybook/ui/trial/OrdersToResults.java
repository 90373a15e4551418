package io.tallybook.ui.trial;

import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentCommand.RaiseAdjustment;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.statement.StatementCommand.AddAllocatedVolumes;
import io.tallybook.messages.statement.StatementCommand.AddStatementPrices;
import io.tallybook.messages.statement.StatementCommand.AddStatementTerms;
import io.tallybook.messages.statement.StatementCommand.IssueStatement;
import io.tallybook.messages.statement.StatementCommand.OpenStatement;
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
    static final PersonId EVE = new PersonId("eve");
    static final StatementTotals NOTHING = new StatementTotals(
            Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"), Energy.ZERO, BigDecimal.ZERO, Money.zero("USD"));

    List<Command> all() {
        return Stream.of(balance(), allocation(), statement(), journal(), adjustment())
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
                        at()));
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
                new IssueStatement(statement, close(), 1, OTHER, at()));
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
                new ConfirmPosting(journal, "4712", OTHER, at()),
                new RejectPosting(journal, "changed our mind", at()));
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
                at()));
    }
}
