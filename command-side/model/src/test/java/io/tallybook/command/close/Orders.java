package io.tallybook.command.close;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmJournalPosted;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmLock;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.DecideLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.DeclareCutoff;
import io.tallybook.messages.close.CloseCycleCommand.HoldForDeadLetter;
import io.tallybook.messages.close.CloseCycleCommand.LockPeriod;
import io.tallybook.messages.close.CloseCycleCommand.NoteLateQuantities;
import io.tallybook.messages.close.CloseCycleCommand.OpenClose;
import io.tallybook.messages.close.CloseCycleCommand.RecordIssuedDocuments;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleCommand.ReleaseHold;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleCommand.ReportOverdue;
import io.tallybook.messages.close.CloseCycleCommand.ReportStaleResult;
import io.tallybook.messages.close.CloseCycleCommand.RestartClose;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.DueStep;
import io.tallybook.messages.close.IssuedDocument;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.close.NewsRelay;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders to the close of one area with two contracts of two shippers, as its processes and people give them. */
final class Orders {
    static final CloseId CLOSE = new CloseId("dk/2024-10");
    static final PersonId ANNA = new PersonId("anna");
    static final PersonId ERIK = new PersonId("erik");
    static final PersonId PIA = new PersonId("pia");
    static final PersonId QUINN = new PersonId("quinn");
    static final PointId SWEDEN = new PointId("sweden");
    static final Sha256 CHAIN = Sha256.of("chain");

    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    private static final AreaId AREA = new AreaId("dk");
    private static final ContractId NORD_1 = new ContractId("nord-1");
    private static final ContractId SYD_1 = new ContractId("syd-1");
    private static final SeriesId HENRY_HUB = new SeriesId("henry-hub");

    private Orders() {}

    static OpenClose open() {
        return new OpenClose(CLOSE, new NetworkId("dk"), AT, List.of(), true, ANNA, AT);
    }

    static DeclareCutoff cutoff(PersonId by) {
        return new DeclareCutoff(CLOSE, by, AT);
    }

    /** An order given a minute after the steps were due. */
    static ReportOverdue overdue(CloseStep... steps) {
        Instant due = AT.minusSeconds(60);
        return new ReportOverdue(
                CLOSE, Arrays.stream(steps).map(s -> new DueStep(s, due)).toList(), AT);
    }

    /** What the processes bring in during one attempt; a receipt of 100 and a delivery of 70 were measured. */
    static Object[] results(int attempt) {
        return new Object[] {
            roster(attempt),
            contract(attempt, NORD_1, "nord", 3),
            contract(attempt, SYD_1, "syd", 5),
            frozen(attempt, "frozen"),
            balance(attempt, 100, 70, ERIK),
            statement(attempt, "nord", 60, 70),
            statement(attempt, "syd", 40, 0),
            review(attempt, "nord-1", "words"),
            review(attempt, "syd-1", "none"),
            journal(attempt, "journal")
        };
    }

    static Object[] contracts(int attempt) {
        return new Object[] {contract(attempt, NORD_1, "nord", 3), contract(attempt, SYD_1, "syd", 5)};
    }

    static AddRoster roster(int attempt) {
        return new AddRoster(
                CLOSE, attempt, new AccountMapId("dk"), List.of(new RosterArea(AREA, List.of(NORD_1, SYD_1))), AT);
    }

    static AddPinnedContract contract(int attempt, ContractId contract, String shipper, int lookback) {
        return new AddPinnedContract(
                CLOSE, attempt, contract, 1, new ShipperId(shipper), HENRY_HUB, lookback, Sha256.of("terms"), ERIK, AT);
    }

    static AddFrozenArea frozen(int attempt, String content) {
        return new AddFrozenArea(CLOSE, attempt, AREA, 8, 248, Sha256.of(content), List.of(ANNA, PersonId.HOUSE), AT);
    }

    static AddAreaBalance balance(int attempt, long receipts, long deliveries, PersonId... contributors) {
        BalanceTotal month =
                new BalanceTotal(kwh(receipts), kwh(deliveries), kwh(0), kwh(receipts - deliveries), kwh(50));
        return new AddAreaBalance(
                CLOSE, attempt, AREA, month, 1, Sha256.of("balance"), Arrays.asList(contributors), AT);
    }

    static AddStatement statement(int attempt, String shipper, long receipts, long deliveries) {
        return statement(attempt, shipper, receipts, deliveries, "USD");
    }

    static AddStatement statement(int attempt, String shipper, long receipts, long deliveries, String currency) {
        StatementTotals totals = new StatementTotals(
                kwh(receipts),
                kwh(receipts).mmbtu(),
                new Money(new BigDecimal("1.00"), currency),
                kwh(deliveries),
                kwh(deliveries).mmbtu(),
                new Money(new BigDecimal("2.00"), currency));
        return new AddStatement(
                CLOSE,
                attempt,
                new ShipperId(shipper),
                totals,
                Sha256.of(shipper + "-allocations"),
                Sha256.of(shipper + receipts + "/" + deliveries),
                List.of("calculation|statement|1", "contract|" + shipper + "-1|v1"),
                List.of(ERIK),
                AT);
    }

    /** ANNA explained one line. */
    static AddVarianceReview review(int attempt, String contract, String content) {
        return new AddVarianceReview(
                CLOSE, attempt, new ContractId(contract), 1, Sha256.of(content), List.of(ANNA), AT);
    }

    static AddJournal journal(int attempt, String content) {
        return new AddJournal(CLOSE, attempt, Sha256.of(content), 1, List.of(ERIK), AT);
    }

    static ReportBlocker blocker(int attempt, String sentence) {
        return new ReportBlocker(CLOSE, attempt, CloseStep.ALLOCATE, "allocation:x", sentence, AT);
    }

    static ReportStaleResult stale(int attempt) {
        return new ReportStaleResult(CLOSE, attempt, "a price was corrected", AT);
    }

    static RestartClose restart(String reason, PersonId by) {
        return new RestartClose(CLOSE, reason, by, AT);
    }

    static NoteLateQuantities late(PointId point, String source) {
        return new NoteLateQuantities(CLOSE, point, source, AT);
    }

    static DecideLateQuantities decide(LateDecision decision, PersonId by) {
        return new DecideLateQuantities(CLOSE, SWEDEN, decision, "read it", by, AT);
    }

    static HoldForDeadLetter hold(DeadLetterId letter) {
        return new HoldForDeadLetter(CLOSE, SWEDEN, letter, AT);
    }

    static ReleaseHold release(DeadLetterId letter, @Nullable PersonId excludedBy) {
        return new ReleaseHold(CLOSE, letter, excludedBy, AT);
    }

    static ConfirmNoNews noNews(int attempt, int round, NewsRelay relay) {
        return new ConfirmNoNews(CLOSE, attempt, round, relay, AT);
    }

    /** What the relays say after two signatures, when there is no news. */
    static Object[] quiet(int attempt) {
        return IntStream.rangeClosed(1, 2)
                .boxed()
                .flatMap(round -> Arrays.stream(NewsRelay.values()).map(relay -> noNews(attempt, round, relay)))
                .toArray();
    }

    static ApproveClose approve(Sha256 pack, PersonId by) {
        return new ApproveClose(CLOSE, pack, by, AT);
    }

    static RejectClose reject(Sha256 pack, String reason, PersonId by) {
        return new RejectClose(CLOSE, pack, reason, by, AT);
    }

    static ConfirmJournalPosted posted(String documentNumber) {
        return new ConfirmJournalPosted(CLOSE, documentNumber, AT);
    }

    static RecordIssuedDocuments issued(IssuedDocument... documents) {
        return new RecordIssuedDocuments(CLOSE, Arrays.asList(documents), AT);
    }

    static IssuedDocument document(String name, String content) {
        return new IssuedDocument(name, "workbook", "", "application/zip", 10, Sha256.of(content), 42);
    }

    static LockPeriod lock(Sha256 pack, PersonId by) {
        return new LockPeriod(CLOSE, pack, by, AT);
    }

    static ConfirmLock locked(Sha256 chain) {
        return new ConfirmLock(CLOSE, chain, AT);
    }

    private static Energy kwh(long kwh) {
        return Energy.ofKwh(kwh);
    }
}
