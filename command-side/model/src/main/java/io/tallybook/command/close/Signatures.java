package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.AmountLimit;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleCommand.ApproveClose;
import io.tallybook.messages.close.CloseCycleCommand.ConfirmNoNews;
import io.tallybook.messages.close.CloseCycleCommand.RejectClose;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.BlockerReported;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.NewsAwaited;
import io.tallybook.messages.close.CloseCycleEvent.NoNewsConfirmed;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.LentRight;
import io.tallybook.messages.close.NewsRelay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The approvals and rejections of one attempt's pack; a new attempt begins without any. */
final class Signatures {
    /** Two different persons sign. */
    private static final int NEEDED = 2;

    /**
     * A price corrected before the last signature reaches the close over a statement, a rejected reading over its month: what a
     * relay brings in the first round may make news for the second, and nothing takes longer.
     */
    private static final int ROUNDS = 2;

    private final List<PersonId> approvers = new ArrayList<>();
    /** Whose rights have signed: an approver's is one, in whoever's hands. */
    private final Set<PersonId> used = new HashSet<>();

    private @Nullable Sha256 packHash;
    private @Nullable CloseRejected rejection;
    private boolean complete;
    private boolean reached;
    private int round;
    private final Set<NewsRelay> heard = EnumSet.noneOf(NewsRelay.class);

    void sign(ApproveClose order, Results results, LateFacts late) {
        Sha256 pack = signable(order.packHash());
        Refused.when(
                results.hasHandOf(order.by()),
                "contributor-may-not-approve",
                "You had a hand in this close; it takes somebody else to approve it.");
        Refused.when(
                approvers.contains(order.by()),
                "same-person-may-not-approve-twice",
                "You have approved this pack; the second approval is another person's.");
        refuseLent(order, results);
        Refused.when(areGiven(), "approved", "Both approvals stand already.");
        late.refuseWhileAnythingWaits();
        refuseWhenNobodyReaches(results.amount(), order.limit());
        LentRight lent = order.lent();
        apply(new CloseApproved(
                order.closeId(), count() + 1, pack, order.by(), order.limit(), lent == null ? null : lent.of()));
        if (areGiven()) {
            apply(new NewsAwaited(order.closeId(), results.attempt(), 1));
        }
    }

    /** A lent right is one only while it lasts, only of somebody who could use it here, and not beside its owner's signature. */
    private void refuseLent(ApproveClose order, Results results) {
        LentRight lent = order.lent();
        if (lent != null) {
            Refused.when(
                    !lent.isInForce(order.at()), "delegation-not-in-force", "The right was not lent for this time.");
            Refused.when(
                    results.hasHandOf(lent.of()),
                    "delegator-contributed",
                    "Whose right it is had a hand in this close and could not lend it for it.");
        }
        Refused.when(
                used.contains(lent == null ? order.by() : lent.of()),
                "right-used-already",
                "This right has signed the pack: delegator and delegate do not both sign.");
    }

    /** One of the two signatures must be of a person whose limit reaches what the pack is about. */
    private void refuseWhenNobodyReaches(Money amount, @Nullable Money limit) {
        boolean last = count() + 1 == NEEDED;
        Refused.when(
                last && !reached && !AmountLimit.reaches(limit, amount),
                "above-limit",
                "The pack is about " + amount + ", above your limit of " + limit
                        + " and above the first approver's: it takes somebody whose limit reaches it.",
                Map.of("amount", amount.toString(), "limit", String.valueOf(limit)));
    }

    void reject(RejectClose order, int attempt) {
        if (isRejected(order.by(), order.reason())) {
            return;
        }
        Refused.when(complete, "approved", "Both approvals stand; the pack is no longer rejected.");
        Sha256 pack = signable(order.packHash());
        apply(new CloseRejected(order.closeId(), pack, order.reason(), order.by()));
        apply(new BlockerReported(
                order.closeId(), attempt, CloseStep.APPROVE, order.by().toString(), "Rejected: " + order.reason()));
    }

    void confirm(ConfirmNoNews order) {
        boolean awaited = areGiven() && !complete && round == order.round() && !heard.contains(order.relay());
        if (!awaited) {
            return;
        }
        apply(new NoNewsConfirmed(order.closeId(), order.attempt(), order.round(), order.relay()));
        if (hasHeardAll() && round < ROUNDS) {
            apply(new NewsAwaited(order.closeId(), order.attempt(), order.round() + 1));
        }
    }

    /** @param bookIn where the journal is booked when not in the close's own period */
    void completeWhenNothingWaits(CloseId closeId, Results results, LateFacts late, @Nullable AccountingPeriod bookIn) {
        if (haveAllNews() && !late.anythingWaits()) {
            PackInputs of = results.inputs();
            apply(new ApprovalsComplete(closeId, results.attempt(), packHash(), of.areas(), of.series(), bookIn));
        }
    }

    void packIsReady(Sha256 hash) {
        packHash = hash;
    }

    void approve(CloseApproved event, Money amount) {
        approvers.add(event.by());
        used.add(event.onBehalfOf() == null ? event.by() : event.onBehalfOf());
        reached |= AmountLimit.reaches(event.limit(), amount);
    }

    void reject(CloseRejected event) {
        rejection = event;
        approvers.clear();
        used.clear();
        reached = false;
    }

    void complete() {
        complete = true;
    }

    /** Two have signed; whether it counts may still wait for news. */
    private boolean areGiven() {
        return approvers.size() == NEEDED;
    }

    void awaitNews(NewsAwaited event) {
        round = event.round();
        heard.clear();
    }

    void hear(NoNewsConfirmed event) {
        heard.add(event.relay());
    }

    private boolean haveAllNews() {
        return areGiven() && !complete && hasHeardAll() && round == ROUNDS;
    }

    private boolean hasHeardAll() {
        return heard.size() == NewsRelay.values().length;
    }

    boolean isComplete() {
        return complete;
    }

    int count() {
        return approvers.size();
    }

    /** Whether a signature is the person's, by hand or by right. */
    boolean has(PersonId person) {
        return approvers.contains(person) || used.contains(person);
    }

    private boolean isRejected(PersonId by, String reason) {
        return rejection != null
                && rejection.by().equals(by)
                && rejection.reason().equals(reason);
    }

    /** The hash of the pack that can be signed now, which must be the one the person was shown. */
    private Sha256 signable(Sha256 shown) {
        if (packHash == null) {
            throw new Refused("not-ready-for-approval", "The pack is not ready.");
        }
        Refused.when(
                rejection != null,
                "not-ready-for-approval",
                "The pack was rejected; it can be signed once the results were taken anew.");
        Refused.when(
                !packHash.equals(shown), "pack-hash-not-current", "The pack you were shown is not the current one.");
        return packHash;
    }

    /** The hash both signed. */
    Sha256 signed() {
        Refused.when(!complete, "not-approved", "The close is not approved.");
        return packHash();
    }

    private Sha256 packHash() {
        return Objects.requireNonNull(packHash, "there is no signature without a pack");
    }
}
