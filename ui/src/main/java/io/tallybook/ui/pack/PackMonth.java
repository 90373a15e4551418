package io.tallybook.ui.pack;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.eventlog.fold.EventTotalFold;
import io.tallybook.eventlog.fold.EventTotals;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseCycleEvent.PinnedContractAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.PageRequest;
import io.tallybook.query.balance.BalanceDayView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.balance.BalanceView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.StepState;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeteringQueries;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.query.statement.StatementView;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.CloseMonth.Approval;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import io.tallybook.report.pack.CloseMonth.ContractMonth;
import io.tallybook.report.pack.CloseMonth.Decision;
import io.tallybook.report.pack.CloseMonth.EstimatedInterval;
import io.tallybook.report.pack.CloseMonth.Exclusion;
import io.tallybook.report.pack.CloseMonth.Explanation;
import io.tallybook.report.pack.CloseMonth.PointMonth;
import io.tallybook.report.pack.CloseMonth.StepDone;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.PackHead;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.pack.Words;
import io.tallybook.report.tieout.EventFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the documents of a pack show: the views' side, and the sums folded from the log for the tie-out. */
@Component
class PackMonth {
    private final EventReader log;
    private final CloseQueries closes;
    private final NetworkQueries networks;
    private final BalanceQueries balances;
    private final ContractQueries contracts;
    private final StatementQueries statements;
    private final JournalQueries journals;
    private final DeadLetterQueries deadLetters;
    private final MeteringQueries metering;

    PackMonth(
            EventReader log,
            CloseQueries closes,
            NetworkQueries networks,
            BalanceQueries balances,
            ContractQueries contracts,
            StatementQueries statements,
            JournalQueries journals,
            DeadLetterQueries deadLetters,
            MeteringQueries metering) {
        this.metering = metering;
        this.log = log;
        this.closes = closes;
        this.networks = networks;
        this.balances = balances;
        this.contracts = contracts;
        this.statements = statements;
        this.journals = journals;
        this.deadLetters = deadLetters;
    }

    /**
     * @param story the close's own events
     * @param last the month's last event the documents contain
     */
    CloseMonth of(CloseId close, int attempt, Sha256 packHash, List<StoredEvent> story, StoredEvent last) {
        CloseOverview overview = closes.overview(close, last.time()).orElseThrow();
        var network = networks.network(overview.network()).orElseThrow();
        PackHead head = new PackHead(
                close,
                network.name(),
                overview.revision(),
                attempt,
                packHash,
                last.position(),
                last.time(),
                overview.zone(),
                overview.demo());
        List<AreaView> areas = networks.areas(network.network());
        Map<PointId, List<EstimatedInterval>> estimates =
                metering.standingEstimates(network.network(), close.period()).stream()
                        .collect(Collectors.groupingBy(
                                each -> each.month().point(),
                                Collectors.mapping(PackMonth::estimated, Collectors.toList())));
        return new CloseMonth(
                head,
                steps(overview, last.time()),
                overview.standing().stream()
                        .map(a -> new Approval(a.level(), a.by(), a.at()))
                        .toList(),
                overview.contributors(),
                areas.stream().map(area -> area(area, close, estimates)).toList(),
                contracts(network.network(), close, attempt, story),
                statements.ofClose(close).stream().map(this::statement).toList(),
                journal(
                        close,
                        AccruedMonths.of(story, attempt).orElse(null),
                        AdjustedIn.of(log, close, last.position())),
                areas.stream().flatMap(area -> explanations(area, close)).toList(),
                exclusions(close),
                decisions(overview, last.time()),
                events(EventTotalFold.of(log, close)));
    }

    private static EstimatedInterval estimated(EstimatedIntervalView of) {
        return new EstimatedInterval(
                of.day(), of.start(), of.figure(), of.method(), of.reason(), of.by(), of.acceptedBy());
    }

    private static List<StepDone> steps(CloseOverview overview, Instant through) {
        return overview.steps().stream()
                .filter(step -> step.state() == StepState.DONE)
                .filter(step -> step.finishedAt() != null && !step.finishedAt().isAfter(through))
                .map(step -> new StepDone(step.step(), Objects.requireNonNull(step.finishedAt()), person(step.by())))
                .toList();
    }

    private static @Nullable PersonId person(@Nullable PersonId by) {
        return PersonId.HOUSE.equals(by) ? null : by;
    }

    private AreaMonth area(AreaView area, CloseId close, Map<PointId, List<EstimatedInterval>> estimates) {
        BalanceId id = BalanceId.of(area.area(), close.period());
        BalanceView balance = balances.balance(id).orElseThrow();
        List<PointMonth> points = balances.inputs(id).stream()
                .map(p -> new PointMonth(
                        p.point(), p.pointName(), p.role(), p.days(), estimates.getOrDefault(p.point(), List.of())))
                .toList();
        return new AreaMonth(
                area.area(),
                area.name(),
                balance.tolerance(),
                points,
                balance.days().stream().map(BalanceDayView::figures).toList(),
                balance.month());
    }

    private List<ContractMonth> contracts(NetworkId network, CloseId close, int attempt, List<StoredEvent> story) {
        Map<ContractId, Integer> pinned = story.stream()
                .map(StoredEvent::event)
                .filter(PinnedContractAdded.class::isInstance)
                .map(PinnedContractAdded.class::cast)
                .filter(p -> p.attempt() == attempt)
                .collect(Collectors.toMap(PinnedContractAdded::contract, PinnedContractAdded::version, (a, b) -> b));
        return contracts.contracts(network).stream()
                .filter(contract -> pinned.containsKey(contract.contract()))
                .flatMap(contract -> contract.terms().stream()
                        .filter(terms -> pinned.getOrDefault(contract.contract(), 0) == terms.version())
                        .filter(terms -> terms.terms().effectiveFrom().compareTo(close.period()) <= 0)
                        .map(terms -> new ContractMonth(
                                contract.contract(),
                                contract.shipper(),
                                terms.version(),
                                terms.terms().shares())))
                .toList();
    }

    private StatementMonth statement(StatementView statement) {
        Map<String, List<StatementLineView>> byPoint = statements.lines(statement.statement()).stream()
                .collect(Collectors.groupingBy(
                        line -> line.contract().value() + "|" + line.point().value(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<ValuedPoint> points = new ArrayList<>();
        byPoint.values().forEach(lines -> {
            StatementLineView one = lines.getFirst();
            points.add(new ValuedPoint(
                    one.contract(),
                    one.point(),
                    one.pointName(),
                    one.series(),
                    one.priceVersion(),
                    lines.stream().map(StatementLineView::line).toList()));
        });
        return new StatementMonth(
                statement.statement().shipper(),
                statement.shipperName(),
                Objects.requireNonNull(statement.totals()).purchases().currency(),
                points,
                statements.cashOuts(statement.statement()),
                Objects.requireNonNull(statement.contentHash()));
    }

    private JournalMonth journal(
            CloseId close, @Nullable AccrualMonth accrual, List<JournalMonth.Adjustment> adjustments) {
        var journal = journals.ofClose(close).orElseThrow();
        return new JournalMonth(
                journal.journal(),
                Objects.requireNonNull(journal.debits()).currency(),
                journal.lines(),
                Objects.requireNonNull(journal.contentHash()),
                Objects.requireNonNullElse(journal.documentNumber(), ""),
                accrual,
                adjustments);
    }

    private Stream<Explanation> explanations(AreaView area, CloseId close) {
        BalanceView balance =
                balances.balance(BalanceId.of(area.area(), close.period())).orElseThrow();
        return Stream.concat(
                        balance.days().stream().map(BalanceDayView::explanation),
                        Stream.of(
                                Optional.ofNullable(balance.monthExplanation()).orElse(null)))
                .filter(Objects::nonNull)
                .map(e -> new Explanation(area.area(), e.day(), e.unaccounted(), e.cause(), e.text(), e.by(), e.at()));
    }

    private List<Exclusion> exclusions(CloseId close) {
        var filter = new DeadLetterFilter(DeadLetterStatus.EXCLUDED, null, null, close.period(), null);
        return deadLetters.deadLetters(filter, PageRequest.longest()).rows().stream()
                .filter(letter -> letter.month() != null && letter.settledBy() != null)
                .map(letter -> new Exclusion(
                        letter.deadLetter().value(),
                        Objects.requireNonNull(letter.month()).point(),
                        letter.start(),
                        Objects.requireNonNullElse(letter.settledReason(), ""),
                        Objects.requireNonNull(letter.settledBy()),
                        Objects.requireNonNull(letter.settledAt())))
                .toList();
    }

    private static List<Decision> decisions(CloseOverview overview, Instant through) {
        return overview.lateData().stream()
                .filter(late -> late.decidedAt() != null && !late.decidedAt().isAfter(through))
                .map(late -> new Decision(
                        late.point(),
                        Words.of(Objects.requireNonNull(late.decision())),
                        Objects.requireNonNullElse(late.reason(), ""),
                        late.by(),
                        Objects.requireNonNull(late.decidedAt())))
                .toList();
    }

    private static EventFigures events(EventTotals totals) {
        var journal = totals.journal().orElseThrow();
        return new EventFigures(
                totals.throughPosition(),
                totals.areas().stream()
                        .map(a -> new EventFigures.Area(
                                a.area(), a.receipts(), a.deliveries(), a.fuel(), a.storageChange(), a.estimated()))
                        .toList(),
                totals.shippers().stream()
                        .map(s -> new EventFigures.Shipper(
                                s.shipper(),
                                s.receipts(),
                                s.purchases().amount(),
                                s.deliveries(),
                                s.sales().amount(),
                                s.cashOut()))
                        .toList(),
                new EventFigures.Journal(
                        journal.bought(),
                        journal.sold(),
                        journal.debits().amount(),
                        journal.credits().amount()));
    }
}
