package io.tallybook.command.balance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.People;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.SystemBalanceCommand.AcceptBalance;
import io.tallybook.messages.balance.SystemBalanceCommand.AddBalanceInput;
import io.tallybook.messages.balance.SystemBalanceCommand.ExplainImbalance;
import io.tallybook.messages.balance.SystemBalanceCommand.OpenBalance;
import io.tallybook.messages.balance.SystemBalanceEvent.AcceptanceAwaited;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputAdded;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceOpened;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceAccepted;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceExplained;
import io.tallybook.messages.balance.SystemBalanceEvent.SystemBalanceCalculated;
import io.tallybook.messages.close.CloseId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One area's balance of one month: it collects the frozen points, computes what is unaccounted for, and waits until every
 * day and the month out of tolerance is explained, and somebody else has accepted that.
 */
public final class SystemBalance {
    private static final int LONGEST_TEXT = 2000;
    private static final String CALCULATION = "calculation|balance|1";

    @AggregateIdentifier
    private @Nullable BalanceId id;

    private @Nullable BalanceAttempt current;
    private final Explanations explanations = new Explanations();
    // what somebody has accepted outlives an attempt, for it is of figures and not of a run
    private final Set<Sha256> acceptedHashes = new HashSet<>();
    private @Nullable AcceptanceAwaited awaited;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void open(OpenBalance order) {
        if (order.attempt() < attempt() || (order.attempt() == attempt() && current != null && current.isOpened())) {
            return;
        }
        apply(new BalanceOpened(order.balance(), order.closeId(), order.attempt(), order.points(), order.tolerance()));
        calculateWhenComplete();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddBalanceInput order) {
        if (order.attempt() < attempt() || isKnown(order)) {
            return;
        }
        apply(new BalanceInputAdded(
                order.balance(),
                order.closeId(),
                order.attempt(),
                order.rosterIndex(),
                order.point(),
                order.throughSequence(),
                order.contentHash(),
                order.records(),
                order.days(),
                order.contributors()));
        calculateWhenComplete();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void explain(ExplainImbalance order) {
        BalanceAttempt now = Refused.unlessFound(current, order.balance());
        Invalid.unless(
                !order.text().isBlank() && order.text().length() <= LONGEST_TEXT,
                "an explanation has 1 to 2,000 characters");
        Energy figure = toExplain(now, order.day());
        ImbalanceExplained known = explanations.of(order.day(), figure);
        if (known != null && known.cause() == order.cause() && known.text().equals(order.text())) {
            return;
        }
        Refused.when(now.isAccepted(), "balance-accepted", "The balance is accepted with its explanations.");
        apply(new ImbalanceExplained(
                now.balance, now.closeId, order.day(), figure, order.cause(), order.text(), order.by()));
        acceptWhenExplained(now);
    }

    /** A manager's word above tolerance (domain: month-end close, step 6). */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void accept(AcceptBalance order) {
        BalanceAttempt now = Refused.unlessFound(current, order.balance());
        if (acceptedHashes.contains(order.contentHash())) {
            return;
        }
        AcceptanceAwaited shown = awaited;
        if (shown == null || shown.attempt() != now.number || now.isAccepted()) {
            throw new Refused("nothing-to-accept", "Nothing explained waits to be accepted.");
        }
        Refused.when(
                !shown.contentHash().equals(order.contentHash()),
                "balance-moved",
                "Figures or explanations are not those you were shown.");
        Refused.when(
                contributors(now).contains(order.by()),
                "contributor-may-not-accept",
                "You explained it or had a hand in the figures; somebody else accepts it.");
        apply(new ImbalanceAccepted(now.balance, now.closeId, shown.explained(), shown.contentHash(), order.by()));
        acceptWhenExplained(now);
    }

    private List<PersonId> contributors(BalanceAttempt now) {
        Figures figures = now.figures();
        List<ImbalanceExplained> standing = figures == null ? List.of() : explanations.standing(figures);
        return People.union(
                now.contributors(),
                standing.stream().map(ImbalanceExplained::by).toList());
    }

    private boolean isKnown(AddBalanceInput order) {
        if (current == null || order.attempt() > current.number) {
            return false;
        }
        BalanceInputAdded known = current.input(order.point());
        Refused.when(
                known != null && !known.contentHash().equals(order.contentHash()),
                "input-already-given",
                "The point has answered this attempt with other figures.");
        return known != null;
    }

    private static Energy toExplain(BalanceAttempt now, @Nullable GasDay day) {
        Figures figures = now.figures();
        if (figures == null) {
            throw new Refused("balance-not-calculated", "The balance still waits for its points.");
        }
        return figures.outOfTolerance(day)
                .orElseThrow(() -> new Refused(
                        "nothing-to-explain", (day == null ? "The month" : day.value()) + " is within tolerance."));
    }

    private void calculateWhenComplete() {
        BalanceAttempt now = current;
        if (now == null || now.figures() != null || !now.complete()) {
            return;
        }
        apply(now.inputsComplete());
        Figures result = Figures.of(now.balance.period(), now);
        apply(new SystemBalanceCalculated(
                now.balance,
                now.closeId,
                now.number,
                result.days(),
                result.month(),
                explanations.missingDays(result),
                explanations.missing(result, null)));
        acceptWhenExplained(now);
    }

    private void acceptWhenExplained(BalanceAttempt now) {
        Figures figures = now.figures();
        if (figures == null || explanations.anyMissing(figures)) {
            return;
        }
        List<ImbalanceExplained> standing = explanations.standing(figures);
        Stream<String> lines = Stream.of(
                        figures.lines(), standing.stream().map(Explanations::line), Stream.of(CALCULATION))
                .flatMap(each -> each);
        Sha256 hash = Sha256.ofLines(lines.toList());
        if (!standing.isEmpty() && !acceptedHashes.contains(hash)) {
            await(new AcceptanceAwaited(now.balance, now.closeId, now.number, standing.size(), hash));
            return;
        }
        apply(new BalanceAccepted(
                now.balance,
                now.closeId,
                now.number,
                now.balance.area(),
                figures.month(),
                standing.size(),
                hash,
                contributors(now)));
    }

    private void await(AcceptanceAwaited acceptance) {
        if (!acceptance.equals(awaited)) {
            apply(acceptance);
        }
    }

    private int attempt() {
        return current == null ? 0 : current.number;
    }

    @EventSourcingHandler
    void on(BalanceOpened event) {
        attempt(event.balance(), event.closeId(), event.attempt()).open(event.points(), event.tolerance());
    }

    @EventSourcingHandler
    void on(BalanceInputAdded event) {
        attempt(event.balance(), event.closeId(), event.attempt()).add(event);
    }

    @EventSourcingHandler
    void on(SystemBalanceCalculated event) {
        attempt(event.balance(), event.closeId(), event.attempt()).calculated(new Figures(event.days(), event.month()));
    }

    @EventSourcingHandler
    void on(ImbalanceExplained event) {
        explanations.remember(event);
    }

    @EventSourcingHandler
    void on(AcceptanceAwaited event) {
        awaited = event;
    }

    @EventSourcingHandler
    void on(ImbalanceAccepted event) {
        acceptedHashes.add(event.contentHash());
    }

    @EventSourcingHandler
    void on(BalanceAccepted event) {
        attempt(event.balance(), event.closeId(), event.attempt()).accept();
    }

    /** A higher attempt starts anew, whichever of its parts comes first. */
    private BalanceAttempt attempt(BalanceId balance, CloseId closeId, int number) {
        id = balance;
        BalanceAttempt known = current;
        if (known == null || number > known.number) {
            known = new BalanceAttempt(balance, closeId, number);
            current = known;
        }
        return known;
    }
}
