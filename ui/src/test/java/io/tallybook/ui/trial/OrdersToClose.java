package io.tallybook.ui.trial;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Command;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.AccrualTotals;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.DeclineReopen;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.CloseCalendarCommand.NoteAdjusted;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.OpenPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.RaiseHardLock;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarCommand.SealPeriod;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseCalendarCommand.SetHolidays;
import io.tallybook.messages.close.CloseCalendarCommand.TakeBackPeriod;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.CancelClose;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmJournalPosted;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmLock;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmUndone;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseCycleCommand.ExtendCutoff;
import io.tallybook.messages.close.CloseCycleCommand.FailAccrual;
import io.tallybook.messages.close.CloseCycleCommand.HoldClose;
import io.tallybook.messages.close.CloseCycleCommand.HoldForDeadLetter;
import io.tallybook.messages.close.CloseCycleCommand.InvalidateApprovals;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseCycleCommand.RecordIssuedDocuments;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleCommand.ReleaseHold;
import io.tallybook.messages.close.CloseCycleCommand.ReopenClose;
import io.tallybook.messages.close.CloseCycleCommand.ReopenCutoff;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseCycleCommand.ResumeClose;
import io.tallybook.messages.close.CloseCycleCommand.RetryUndo;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.LockArea;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.saga.whole.House;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders to the calendar and to the close itself. */
record OrdersToClose(LockedMonth month) {
    private static final Sha256 OTHER = OrdersToResults.OTHER;
    private static final PersonId EVE = OrdersToResults.EVE;

    List<Command> all() {
        return Stream.of(calendar(), inputs(), people(), ends(), accruals())
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

    private List<Command> calendar() {
        AccountingPeriod period = system().period();
        return List.of(
                new OpenCalendar(
                        system().group(),
                        system().network(),
                        period,
                        GasSystem.GAS_DAY.zone(),
                        Energy.ofKwh(1),
                        Energy.ZERO,
                        List.of(),
                        true,
                        "again",
                        EVE,
                        at()),
                new SetHolidays(
                        system().group(),
                        2024,
                        List.of(new Holiday(LocalDate.of(2024, 11, 1), "All Saints")),
                        EVE,
                        at()),
                new SetCloseTerms(
                        system().group(),
                        new CloseTerms(
                                period, new Money(BigDecimal.ONE, "DKK"), new Money(BigDecimal.TEN, "DKK"), 60, 120),
                        EVE,
                        at()),
                new OpenPeriod(system().group(), period, EVE, at()),
                new TakeBackPeriod(system().group(), period, 1, EVE, at()),
                new SealPeriod(system().group(), period, OTHER, EVE, at()),
                new RequestReopen(
                        system().group(),
                        period,
                        ReopenGround.MATERIAL,
                        new Money(BigDecimal.ONE, "DKK"),
                        "a trial",
                        EVE,
                        at()),
                new ApproveReopen(system().group(), period, true, EVE, at()),
                new ConsentToReopen(system().group(), period, EVE, at()),
                new DeclineReopen(system().group(), period, "a trial", EVE, at()),
                new RaiseHardLock(system().group(), period, "a trial", EVE, at()),
                new NoteAdjusted(system().group(), period, at()),
                softLocks(period.previous().lastDay()),
                new GrantLockException(
                        system().group(), LockArea.MEASUREMENT, new PersonId("eric"), 30, "a trial", EVE, at()),
                new EndLockException(system().group(), 1, "a trial", EVE, at()));
    }

    /** Every area soft-locked through that day. */
    MoveSoftLocks softLocks(GasDay through) {
        Map<LockArea, GasDay> everywhere =
                Arrays.stream(LockArea.values()).collect(Collectors.toMap(Function.identity(), area -> through));
        return new MoveSoftLocks(system().group(), everywhere, "a trial", EVE, at());
    }

    private List<Command> inputs() {
        Energy none = Energy.ZERO;
        return List.of(
                new OpenClose(close(), system().network(), at(), List.of(), false, EVE, at()),
                new AddRoster(close(), 1, new AccountMapId("others"), List.of(), at()),
                new AddPinnedContract(
                        close(),
                        1,
                        system().contract(0, 0),
                        2,
                        system().shipper(0),
                        system().series(),
                        0,
                        OTHER,
                        EVE,
                        at()),
                new AddFrozenArea(close(), 1, system().area(0), 3, 93, OTHER, List.of(), at()),
                new AddAreaBalance(
                        close(),
                        1,
                        system().area(0),
                        new BalanceTotal(none, none, none, none, none),
                        0,
                        OTHER,
                        List.of(),
                        at()),
                new AddStatement(
                        close(),
                        1,
                        system().shipper(0),
                        OrdersToResults.NOTHING,
                        OTHER,
                        OTHER,
                        List.of(),
                        List.of(),
                        at()),
                new AddJournal(close(), 1, OTHER, 2, List.of(), at()),
                new ReportBlocker(close(), 1, CloseStep.LOCK, "a trial", "Something stands in the way.", at()),
                new ReportOverdue(close(), List.of(new DueStep(CloseStep.LOCK, at().minusSeconds(1))), at()),
                new ReportStaleResult(close(), 1, "a trial", at()),
                new NoteLateQuantities(close(), system().point(0), "a trial", at()),
                new HoldForDeadLetter(close(), system().point(0), new DeadLetterId("a-trial/1"), at()),
                new ReleaseHold(close(), new DeadLetterId("a-trial/1"), EVE, at()),
                new ConfirmNoNews(close(), 1, 2, NewsRelay.VALUATION, at()));
    }

    private List<Command> people() {
        return List.of(
                new DeclareCutoff(close(), EVE, at()),
                new DecideLateQuantities(close(), system().point(1), LateDecision.THAW, "a trial", EVE, at()),
                new RestartClose(close(), "a trial", EVE, at()),
                new ApproveClose(close(), month.packHash, EVE, at()),
                new RejectClose(close(), month.packHash, "a trial", EVE, at()),
                new LockPeriod(close(), OTHER, EVE, at()));
    }

    private List<Command> ends() {
        return List.of(
                new ConfirmJournalPosted(close(), "4712", at()),
                new RecordIssuedDocuments(
                        close(),
                        List.of(new IssuedDocument("more.pdf", "statement-pdf", "", "application/pdf", 1, OTHER, 1)),
                        at()),
                new ConfirmLock(close(), OTHER, at()),
                new HoldClose(close(), "a trial", EVE, at()),
                new ResumeClose(close(), "a trial", EVE, at()),
                new ExtendCutoff(close(), at().plusSeconds(60), "a trial", EVE, at()),
                new CancelClose(close(), "a trial", EVE, at()),
                new ReopenCutoff(close(), "a trial", EVE, at()),
                new ReopenClose(close(), 1, null, List.of(), "a trial", EVE, at()),
                new InvalidateApprovals(close(), 1, at()),
                new ConfirmUndone(close(), 1, at()),
                new RetryUndo(close(), "a trial", EVE, at()));
    }

    private List<Command> accruals() {
        AccruedShipper nothing = new AccruedShipper(system().shipper(0), AccrualTotals.none("USD"), 31, 0, null);
        return List.of(
                new PrepareAccrual(close(), List.of(nothing), new AccountMapId("others"), 1, "a trial", EVE, at()),
                new ApproveAccrual(close(), 1, OTHER, null, EVE, at()),
                new DiscardAccrual(close(), 1, "a trial", EVE, at()),
                new FailAccrual(close(), 1, "a trial", at()));
    }
}
