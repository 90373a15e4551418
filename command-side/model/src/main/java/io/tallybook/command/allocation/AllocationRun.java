package io.tallybook.command.allocation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.People;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.allocation.AllocationRunCommand.AddAllocationInput;
import io.tallybook.messages.allocation.AllocationRunCommand.AddContractShares;
import io.tallybook.messages.allocation.AllocationRunCommand.AddNominations;
import io.tallybook.messages.allocation.AllocationRunCommand.RestateAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.StartAllocation;
import io.tallybook.messages.allocation.AllocationRunCommand.SupersedeRun;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationCompleted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationStarted;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationSuperseded;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareAllocated;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One run over one point and month: it collects the frozen days, every contract's shares and what was nominated where the method
 * asks for it, then splits each day to the last kWh. A run is never edited; a later attempt of the close is a later run.
 */
public final class AllocationRun {
    /** Frozen: the hashes of locked months begin with it. */
    private static final String BY_PERCENTAGE = "allocation-1";

    private static final String BY_METHOD = "allocation-2";

    @AggregateIdentifier
    private @Nullable AllocationRunId id;

    private @Nullable AllocationStarted started;
    private final RunParts parts = new RunParts();
    private boolean finished;
    private boolean superseded;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void start(StartAllocation order) {
        if (started != null || superseded) {
            return;
        }
        apply(new AllocationStarted(order.run(), order.closeId(), order.area(), order.contracts()));
        splitWhenComplete();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddAllocationInput order) {
        AllocationInputAdded known = parts.input();
        Refused.when(
                known != null && !superseded && !known.contentHash().equals(order.contentHash()),
                "input-already-given",
                "The point has answered this run with other figures.");
        if (known != null || superseded) {
            return;
        }
        apply(new AllocationInputAdded(
                order.run(),
                order.closeId(),
                order.throughSequence(),
                order.contentHash(),
                order.days(),
                order.contributors()));
        splitWhenComplete();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddContractShares order) {
        ContractSharesAdded known = parts.shares(order.contract());
        Refused.when(
                known != null && !superseded && known.version() != order.version(),
                "input-already-given",
                "The contract has answered this run with another version.");
        if (known != null || superseded) {
            return;
        }
        List<PointShare> here = order.shares().stream()
                .filter(s -> s.point().equals(order.run().point()))
                .toList();
        apply(new ContractSharesAdded(
                order.run(),
                order.closeId(),
                order.contract(),
                order.version(),
                order.shipper(),
                here,
                order.author()));
        splitWhenComplete();
    }

    /** A run that has split was not waiting for it. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddNominations order) {
        NominationsAdded known = parts.nominations(order.contract());
        Refused.when(
                known != null && !superseded && known.version() != order.version(),
                "input-already-given",
                "What the contract nominated has come to this run in another version.");
        if (known != null || superseded || finished) {
            return;
        }
        apply(new NominationsAdded(
                order.run(),
                order.closeId(),
                order.contract(),
                order.version(),
                order.nominated(),
                order.operatorValues(),
                order.contributors()));
        splitWhenComplete();
    }

    /** Also a run that never began may be superseded: it then stays empty, whatever comes late. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void supersede(SupersedeRun order) {
        if (!superseded) {
            apply(new AllocationSuperseded(order.run(), order.successor(), order.reason()));
        }
    }

    /** With the shares, methods and nominations it has split by: a closed month is never looked at by other rules. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void restate(RestateAllocation order) {
        AllocationInputAdded input = parts.input();
        Refused.when(
                !finished || superseded || input == null,
                "run-not-finished",
                "The run has not split the point; there is nothing to restate.");
        Restatement.of(parts, Objects.requireNonNull(input).days(), order).forEach(AggregateLifecycle::apply);
    }

    private void splitWhenComplete() {
        AllocationStarted run = started;
        AllocationInputAdded input = parts.input();
        if (run == null || input == null || finished || !parts.complete()) {
            return;
        }
        switch (parts.split(input.days())) {
            case MonthSplit.Days days -> allocate(run, input, days);
            case Obstacle o ->
                apply(new AllocationFailed(run.run(), run.closeId(), run.area(), o.rule(), o.sentence()));
        }
    }

    private void allocate(AllocationStarted run, AllocationInputAdded input, MonthSplit.Days split) {
        List<String> hashes = new ArrayList<>();
        String calculation = parts.isByPercentage() ? BY_PERCENTAGE : BY_METHOD;
        split.of().forEach((contract, days) -> {
            Sha256 hash = hash(calculation, run.run(), contract, days);
            hashes.add(contract.value() + "|" + hash);
            apply(allocated(run, contract, hash, days, input));
        });
        apply(new AllocationCompleted(run.run(), run.closeId(), run.area(), Sha256.ofLines(hashes), hashes.size()));
    }

    private ShareAllocated allocated(
            AllocationStarted run, ContractId contract, Sha256 hash, List<DayTotal> days, AllocationInputAdded input) {
        ContractSharesAdded shares = Objects.requireNonNull(parts.shares(contract));
        return new ShareAllocated(
                run.run(),
                run.closeId(),
                contract,
                shares.shipper(),
                hash,
                days,
                People.union(Stream.of(input.contributors(), List.of(shares.author()), parts.nominators())));
    }

    /** Of what was allocated only: neither the attempt nor the time moves it. */
    private static Sha256 hash(String calculation, AllocationRunId run, ContractId contract, List<DayTotal> days) {
        Stream<String> lines = days.stream()
                .map(d -> d.day() + "|" + d.receipt().kwh().toPlainString() + "|"
                        + d.delivery().kwh().toPlainString());
        String head = calculation + "|" + run.point().value() + "|" + contract.value();
        return Sha256.ofLines(Stream.concat(Stream.of(head), lines).toList());
    }

    @EventSourcingHandler
    void on(AllocationStarted event) {
        id = event.run();
        started = event;
        parts.expect(event.contracts());
    }

    @EventSourcingHandler
    void on(AllocationInputAdded event) {
        id = event.run();
        parts.add(event);
    }

    @EventSourcingHandler
    void on(ContractSharesAdded event) {
        id = event.run();
        parts.add(event);
    }

    @EventSourcingHandler
    void on(NominationsAdded event) {
        id = event.run();
        parts.add(event);
    }

    @EventSourcingHandler
    void on(AllocationCompleted event) {
        finished = true;
    }

    @EventSourcingHandler
    void on(AllocationFailed event) {
        finished = true;
    }

    @EventSourcingHandler
    void on(AllocationSuperseded event) {
        id = event.run();
        superseded = true;
    }
}
