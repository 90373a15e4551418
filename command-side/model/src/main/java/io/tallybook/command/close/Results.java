package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.People;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCycleCommand.AddAreaBalance;
import io.tallybook.messages.close.CloseCycleCommand.AddFrozenArea;
import io.tallybook.messages.close.CloseCycleCommand.AddJournal;
import io.tallybook.messages.close.CloseCycleCommand.AddPinnedContract;
import io.tallybook.messages.close.CloseCycleCommand.AddRoster;
import io.tallybook.messages.close.CloseCycleCommand.AddStatement;
import io.tallybook.messages.close.CloseCycleCommand.AddVarianceReview;
import io.tallybook.messages.close.CloseCycleCommand.ReportBlocker;
import io.tallybook.messages.close.CloseCycleEvent;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseOpened;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.FrozenAreaAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.MonthFrozen;
import io.tallybook.messages.close.CloseCycleEvent.MonthValued;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.PinnedContractAdded;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseCycleEvent.VarianceReviewAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the processes bring to a close: it collects the results of one attempt, in any order and more than once, and reaches
 * each milestone when the last of its parts is in. A little long: seven kinds of results, each taken and remembered.
 */
final class Results {
    private @Nullable CloseOpened opened;
    private int attempt;
    private boolean cutOff;
    private PackInputs inputs = new PackInputs();
    private Milestones milestones = new Milestones();
    private final Set<BlockerReported> blockers = new HashSet<>();
    // everyone who had a hand in it, in any attempt; the house is nobody
    private final Set<PersonId> contributors = new HashSet<>();

    /** The close as it was opened. */
    CloseOpened found(CloseId closeId) {
        return Refused.unlessFound(opened, closeId);
    }

    boolean isOpened() {
        return opened != null;
    }

    /** The attempt that runs, 0 before the cut-off. */
    int attempt() {
        return attempt;
    }

    /** Whether a cut-off stands: not before the first, nor in a month that is open again before its own. */
    boolean isCutOff() {
        return cutOff;
    }

    PackInputs inputs() {
        return inputs;
    }

    /** Whether the attempt that runs has reached it. */
    boolean has(Class<? extends CloseCycleEvent> milestone) {
        return milestones.has(milestone);
    }

    /**
     * A close hears of allocations by the statements made from them, which may wait for a price. Frozen figures and contracts
     * that are complete split by themselves, and what keeps them from it is reported at the step.
     */
    boolean isAllocated() {
        return has(MonthValued.class)
                || has(MonthFrozen.class)
                        && has(ContractsComplete.class)
                        && blockers.stream().noneMatch(blocker -> blocker.step() == CloseStep.ALLOCATE);
    }

    boolean hasHandOf(PersonId person) {
        return contributors.contains(person);
    }

    /** What the statements are about: purchases and sales of the month together. */
    Money amount() {
        return inputs.amount();
    }

    void add(AddRoster order) {
        if (isCurrent(order.closeId(), order.attempt())) {
            collect(
                    inputs.roster(),
                    new RosterAdded(order.closeId(), order.attempt(), order.accounts(), order.areas()));
        }
    }

    void add(AddPinnedContract order) {
        if (isCurrent(order.closeId(), order.attempt())) {
            inputs.checkRoomFor(order.shipper(), order.series(), order.imbalanceSeries());
            collect(
                    inputs.contract(order.contract()),
                    new PinnedContractAdded(
                            order.closeId(),
                            order.attempt(),
                            order.contract(),
                            order.version(),
                            order.shipper(),
                            order.series(),
                            order.lookbackDays(),
                            order.termsHash(),
                            order.author(),
                            order.imbalanceSeries()));
        }
    }

    void add(AddFrozenArea order) {
        if (isCurrent(order.closeId(), order.attempt())) {
            collect(
                    inputs.frozen(order.area()),
                    new FrozenAreaAdded(
                            order.closeId(),
                            order.attempt(),
                            order.area(),
                            order.points(),
                            order.records(),
                            order.contentHash(),
                            order.contributors()));
        }
    }

    void add(AddAreaBalance order) {
        if (isCurrent(order.closeId(), order.attempt())) {
            collect(
                    inputs.balance(order.area()),
                    new AreaBalanceAdded(
                            order.closeId(),
                            order.attempt(),
                            order.area(),
                            order.month(),
                            order.explained(),
                            order.contentHash(),
                            order.contributors()));
        }
    }

    void add(AddStatement order) {
        if (isCurrent(order.closeId(), order.attempt())) {
            collect(
                    inputs.statement(order.shipper()),
                    new StatementAdded(
                            order.closeId(),
                            order.attempt(),
                            order.shipper(),
                            order.totals(),
                            order.allocationsHash(),
                            order.contentHash(),
                            order.versions(),
                            order.contributors()));
        }
    }

    /** @return whether it was news */
    boolean add(AddJournal order) {
        if (!isCurrent(order.closeId(), order.attempt())) {
            return false;
        }
        boolean news = inputs.journal() == null;
        collect(
                inputs.journal(),
                new JournalAdded(
                        order.closeId(),
                        order.attempt(),
                        order.contentHash(),
                        order.accountsVersion(),
                        order.contributors()));
        return news;
    }

    /** A pack that was ready before there were reviews needs none. */
    void add(AddVarianceReview order) {
        if (isCurrent(order.closeId(), order.attempt()) && !isReadyWithout(order.contract())) {
            collect(
                    inputs.review(order.contract()),
                    new VarianceReviewAdded(
                            order.closeId(),
                            order.attempt(),
                            order.contract(),
                            order.flagged(),
                            order.contentHash(),
                            order.contributors()));
        }
    }

    private boolean isReadyWithout(ContractId contract) {
        return has(PackReady.class) && inputs.review(contract) == null;
    }

    /**
     * Also of an attempt the close has not begun, which only a fault can bring: it then stands in the attempt that runs. Were
     * it refused as its input was, the process would ask again for ever and nobody would see why.
     */
    void report(ReportBlocker order) {
        found(order.closeId());
        if (order.attempt() >= attempt) {
            BlockerReported blocker =
                    new BlockerReported(order.closeId(), attempt, order.step(), order.subject(), order.sentence());
            if (!blockers.contains(blocker)) {
                apply(blocker);
            }
        }
    }

    /** Whether it is of the attempt that runs; what is of an older one changes nothing. */
    boolean isCurrent(CloseId closeId, int of) {
        found(closeId);
        Refused.when(of > attempt, "unknown-attempt", "The close has not begun attempt " + of + ".");
        return of == attempt;
    }

    private <E extends CloseCycleEvent> void collect(@Nullable E known, E given) {
        Refused.when(
                known != null && !known.equals(given),
                "input-already-given",
                "This attempt has an answer with other figures already.");
        if (known != null) {
            return;
        }
        apply(given);
        Optional<CloseCycleEvent> next = nextMilestone(given.closeId());
        while (next.isPresent()) {
            apply(next.get());
            Milestones.certified(next.get(), inputs).ifPresent(rule -> apply(rule));
            next = nextMilestone(given.closeId());
        }
    }

    private Optional<CloseCycleEvent> nextMilestone(CloseId closeId) {
        return milestones.next(closeId, attempt, inputs, People.union(contributors, List.of()));
    }

    /** Remembers that these persons had a hand in it. */
    void contribute(Collection<PersonId> persons) {
        persons.stream().filter(p -> !p.equals(PersonId.HOUSE)).forEach(contributors::add);
    }

    void open(CloseOpened event) {
        opened = event;
    }

    void cancel() {
        opened = null;
    }

    void cutOff(int next) {
        begin(next);
        cutOff = true;
    }

    /** The month is open again: the attempt that comes begins with its cut-off. */
    void reopen(int next) {
        begin(next);
        cutOff = false;
    }

    /** A new attempt begins with nothing but the persons. */
    void begin(int next) {
        attempt = next;
        inputs = new PackInputs();
        milestones = new Milestones();
        blockers.clear();
    }

    void remember(CloseCycleEvent event) {
        switch (event) {
            case RosterAdded e -> inputs.add(e);
            case PinnedContractAdded e -> {
                inputs.add(e);
                contribute(List.of(e.author()));
            }
            case FrozenAreaAdded e -> {
                inputs.add(e);
                contribute(e.contributors());
            }
            case AreaBalanceAdded e -> {
                inputs.add(e);
                contribute(e.contributors());
            }
            case StatementAdded e -> {
                inputs.add(e);
                contribute(e.contributors());
            }
            case JournalAdded e -> {
                inputs.add(e);
                contribute(e.contributors());
            }
            case VarianceReviewAdded e -> {
                inputs.add(e);
                contribute(e.contributors());
            }
            case BlockerReported e -> {
                blockers.add(e);
                if (e.subject().equals(Milestones.CONTROL_TOTAL)) {
                    milestones.failControl();
                }
            }
            default -> milestones.reach(event);
        }
    }
}
