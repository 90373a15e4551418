package io.tallybook.saga.area;

import io.tallybook.messages.Command;
import io.tallybook.messages.PointId;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractCommand.CloseContractTerms;
import io.tallybook.messages.contract.ContractCommand.ReopenContractTerms;
import io.tallybook.messages.contract.ContractEvent.ContractPinned;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.ImbalanceTerms.Settlement;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.MeterMonthCommand.CloseMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.FreezeMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ReopenMeterMonth;
import io.tallybook.messages.metering.MeterMonthCommand.ThawMeterMonth;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaCommand.CloseAreaConfiguration;
import io.tallybook.messages.network.AreaCommand.ReopenAreaConfiguration;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointCommand.ClosePointConfiguration;
import io.tallybook.messages.network.PointCommand.ReopenPointConfiguration;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.nomination.NominationMonthCommand.CloseNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.PinNominations;
import io.tallybook.messages.nomination.NominationMonthCommand.ReopenNominations;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsPinned;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.nomination.NominationUse;
import io.tallybook.saga.orders.Errand;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The orders an area's close gives, each from one event and nothing else. */
final class AreaOrders {
    private AreaOrders() {}

    static List<Command> opening(AreaRosterPinned e, Errand errand) {
        BalanceId balance = BalanceId.of(e.area(), e.closeId().period());
        Command open = new OpenBalance(balance, e.closeId(), e.attempt(), e.points(), e.tolerance(), errand.at());
        Stream<Command> runs = flowPoints(e)
                .map(point -> new StartAllocation(
                        run(point, e.closeId(), e.attempt()), e.closeId(), e.area(), e.contracts(), errand.at()));
        return Stream.concat(Stream.of(open), runs).toList();
    }

    static List<FreezeMeterMonth> freezing(AreaRosterPinned e, Errand errand) {
        return IntStream.range(0, e.points().size())
                .mapToObj(i -> new FreezeMeterMonth(
                        month(e.points().get(i), e.closeId()),
                        e.closeId(),
                        e.attempt(),
                        e.area(),
                        i,
                        e.points().get(i).rule(),
                        errand.at()))
                .toList();
    }

    /** Configuration first: once a month is closed nothing that could have moved it is taken any more. */
    static List<Command> closing(AreaRosterPinned e, List<ContractPinned> terms, Errand errand) {
        List<Command> closing = new ArrayList<>();
        closing.add(new CloseAreaConfiguration(e.area(), e.closeId(), errand.at()));
        terms.forEach(pinned -> nominated(pinned, e)
                .forEach(month -> closing.add(new CloseNominations(month, e.closeId(), errand.at()))));
        e.contracts().forEach(c -> closing.add(new CloseContractTerms(c, e.closeId(), errand.at())));
        e.points().forEach(p -> closing.add(new ClosePointConfiguration(p.point(), e.closeId(), errand.at())));
        e.points().forEach(p -> closing.add(new CloseMeterMonth(month(p, e.closeId()), e.closeId(), errand.at())));
        return closing;
    }

    static List<Command> superseding(AreaRosterPinned e, int attempt, String reason, Errand errand) {
        return flowPoints(e)
                .<Command>map(point -> new SupersedeRun(
                        run(point, e.closeId(), e.attempt()), run(point, e.closeId(), attempt), reason, errand.at()))
                .toList();
    }

    /** Points that are not frozen stay as they are. */
    static List<ThawMeterMonth> thawing(AreaRosterPinned e, int attempt, Errand errand) {
        CloseId close = e.closeId();
        return e.points().stream()
                .map(p -> new ThawMeterMonth(month(p, close), close, attempt, errand.at()))
                .toList();
    }

    /** As {@link #closing}, the other way round: figures first. */
    static List<Command> reopening(AreaRosterPinned e, List<ContractPinned> terms, int revision, Errand errand) {
        CloseId close = e.closeId();
        List<Command> reopening = new ArrayList<>();
        e.points().forEach(p -> reopening.add(new ReopenMeterMonth(month(p, close), close, revision, errand.at())));
        e.points().forEach(p -> reopening.add(new ReopenPointConfiguration(p.point(), close, revision, errand.at())));
        e.contracts().forEach(c -> reopening.add(new ReopenContractTerms(c, close, revision, errand.at())));
        terms.forEach(pinned -> nominated(pinned, e)
                .forEach(month -> reopening.add(new ReopenNominations(month, close, revision, errand.at()))));
        reopening.add(new ReopenAreaConfiguration(e.area(), close, revision, errand.at()));
        return reopening;
    }

    static AddContractShares shares(ContractPinned e, PointId point, Errand errand) {
        return new AddContractShares(
                run(point, e.closeId(), e.attempt()),
                e.closeId(),
                e.contract(),
                e.version(),
                e.shipper(),
                e.terms().shares().stream().filter(s -> s.point().equals(point)).toList(),
                e.author(),
                errand.at());
    }

    static List<PinNominations> pinning(ContractPinned e, AreaRosterPinned roster, Errand errand) {
        return nominated(e, roster)
                .map(month -> new PinNominations(
                        month, e.closeId(), e.attempt(), e.area(), use(e, month.point()), errand.at()))
                .toList();
    }

    private static NominationUse use(ContractPinned e, PointId point) {
        ImbalanceTerms imbalances = e.terms().imbalances();
        boolean settles = imbalances != null && imbalances.settlement() == Settlement.CASH_OUT;
        boolean allocates = e.terms().shares().stream()
                .anyMatch(s -> s.point().equals(point) && s.method().needsNominations());
        return new NominationUse(allocates, settles ? e.shipper() : null);
    }

    static AddNominations nominations(NominationsPinned e, Errand errand) {
        return new AddNominations(
                run(e.month().point(), e.closeId(), e.attempt()),
                e.closeId(),
                e.month().contract(),
                e.version(),
                e.nominated(),
                e.operatorValues(),
                e.contributors(),
                errand.at());
    }

    /** The months of nominations that these terms make a run look at or settle imbalances by, one per point. */
    private static Stream<NominationMonthId> nominated(ContractPinned e, AreaRosterPinned roster) {
        Set<PointId> flowing = flowPoints(roster).collect(Collectors.toSet());
        return e.terms().shares().stream()
                .filter(s -> s.method().needsNominations() || e.terms().imbalances() != null)
                .map(PointShare::point)
                .filter(flowing::contains)
                .distinct()
                .map(point ->
                        NominationMonthId.of(e.contract(), point, e.closeId().period()));
    }

    static AddBalanceInput balanceInput(MeterMonthFrozen e, Errand errand) {
        return new AddBalanceInput(
                BalanceId.of(e.area(), e.closeId().period()),
                e.closeId(),
                e.attempt(),
                e.rosterIndex(),
                e.month().point(),
                e.throughSequence(),
                e.contentHash(),
                e.records(),
                e.days(),
                e.contributors(),
                errand.at());
    }

    static AddAllocationInput allocationInput(MeterMonthFrozen e, Errand errand) {
        return new AddAllocationInput(
                run(e.month().point(), e.closeId(), e.attempt()),
                e.closeId(),
                e.throughSequence(),
                e.contentHash(),
                e.days(),
                e.contributors(),
                errand.at());
    }

    static BitSet flowing(AreaRosterPinned e) {
        BitSet flowing = new BitSet();
        IntStream.range(0, e.points().size())
                .filter(i -> e.points().get(i).role() == PointRole.FLOW)
                .forEach(flowing::set);
        return flowing;
    }

    static Stream<PointId> flowPoints(AreaRosterPinned e) {
        return e.points().stream().filter(p -> p.role() == PointRole.FLOW).map(RosterPoint::point);
    }

    static AllocationRunId run(PointId point, CloseId close, int attempt) {
        return AllocationRunId.of(point, close.period(), attempt);
    }

    static MeterMonthId month(RosterPoint p, CloseId close) {
        return MeterMonthId.of(p.point(), close.period());
    }
}
