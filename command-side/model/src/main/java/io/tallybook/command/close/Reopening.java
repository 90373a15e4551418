package io.tallybook.command.close;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.AmountLimit;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.close.CloseCalendarCommand.ApproveReopen;
import io.tallybook.messages.close.CloseCalendarCommand.ConsentToReopen;
import io.tallybook.messages.close.CloseCalendarCommand.DeclineReopen;
import io.tallybook.messages.close.CloseCalendarCommand.RaiseHardLock;
import io.tallybook.messages.close.CloseCalendarCommand.RequestReopen;
import io.tallybook.messages.close.CloseCalendarEvent.HardLockRaised;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodAdjusted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenApproved;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenDeclined;
import io.tallybook.messages.close.CloseCalendarEvent.ReopenRequested;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.ReopenGround;
import io.tallybook.messages.close.ReopenVoice;
import io.tallybook.messages.erp.ErpPeriodState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a calendar knows of opening locked periods again: the request that waits, who agreed, and the hard lock. */
final class Reopening {
    private static final int LONGEST_REASON = 2000;

    private final Map<AccountingPeriod, Integer> revisions = new HashMap<>();
    private final Set<AccountingPeriod> adjusted = new HashSet<>();
    private final Map<ReopenVoice, PersonId> agreed = new EnumMap<>(ReopenVoice.class);
    /** An approver whose limit reaches the effect has agreed. */
    private boolean reached;

    private @Nullable ReopenRequested pending;
    private @Nullable AccountingPeriod reopened;
    private @Nullable AccountingPeriod hardLock;

    /** The period that is open again, until it locks anew. */
    @Nullable AccountingPeriod reopened() {
        return reopened;
    }

    /** @param set the period's terms; null for the standard ones */
    void request(RequestReopen order, @Nullable AccountingPeriod lastLocked, @Nullable CloseTerms set) {
        requireReason(order.reason());
        if (isPending(order)) {
            return;
        }
        Refused.when(
                hardLock != null && order.period().compareTo(hardLock) <= 0,
                "hard-locked",
                "The period " + order.period() + " lies behind the hard lock, which nobody lowers.");
        Refused.when(reopened != null, "reopened-already", "The period " + reopened + " is open again: lock it first.");
        Refused.when(
                pending != null, "reopening-asked", "It has been asked to open a period again: answer that first.");
        Refused.when(
                !order.period().equals(lastLocked),
                "not-the-last-locked",
                "Only the period that was locked last opens again"
                        + (lastLocked == null ? "." : ": " + lastLocked + "."));
        refuseWhenAdjusted(order.period());
        CloseTerms terms = set == null ? CloseTerms.standard() : set;
        checkGround(order, terms);
        apply(new ReopenRequested(
                order.group(),
                order.period(),
                revisions.getOrDefault(order.period(), 1) + 1,
                order.ground(),
                order.effect(),
                order.reason(),
                order.by(),
                takesChief(order, terms) ? List.of(ReopenVoice.values()) : null));
    }

    /** What an approved adjustment corrects would be corrected again. */
    private void refuseWhenAdjusted(AccountingPeriod period) {
        Refused.when(
                adjusted.contains(period),
                "period-adjusted",
                "An adjustment of " + period + " is approved: what differs now is adjusted too.");
    }

    boolean isAdjusted(AccountingPeriod period) {
        return adjusted.contains(period);
    }

    /** Below the amount a correction is an adjustment. */
    private static void checkGround(RequestReopen order, CloseTerms terms) {
        Money effect = order.effect();
        Refused.when(
                effect != null && !terms.measure(effect),
                "effect-in-another-currency",
                "The terms of the close are in " + terms.reopenFrom().currency() + ", the effect is " + effect + ".",
                Map.of("currency", terms.reopenFrom().currency()));
        Refused.when(
                order.ground() == ReopenGround.MATERIAL && (effect == null || !terms.isMaterial(effect)),
                "not-material",
                "A month is opened again for an effect of "
                        + terms.reopenFrom().amount().toPlainString() + " or more; below that it is adjusted.",
                Map.of(
                        "effect",
                        String.valueOf(effect),
                        "from",
                        terms.reopenFrom().toString()));
    }

    private static boolean takesChief(RequestReopen order, CloseTerms terms) {
        Money effect = order.effect();
        return effect != null && terms.takesChief(effect);
    }

    private boolean isPending(RequestReopen order) {
        return pending != null
                && pending.period().equals(order.period())
                && pending.by().equals(order.by())
                && pending.reason().equals(order.reason());
    }

    /**
     * An approver's word: the controller's, or after it the second that a large effect takes.
     *
     * @return whether everybody has agreed now
     */
    boolean approve(ApproveReopen order) {
        List<ReopenVoice> needed = needed(waiting(order.period()));
        if (order.by().equals(agreed.get(ReopenVoice.CONTROLLER)) || order.by().equals(agreed.get(ReopenVoice.CHIEF))) {
            return false;
        }
        boolean second = needed.contains(ReopenVoice.CHIEF) && agreed.containsKey(ReopenVoice.CONTROLLER);
        boolean last = second || !needed.contains(ReopenVoice.CHIEF);
        return agree(
                order.period(),
                second ? ReopenVoice.CHIEF : ReopenVoice.CONTROLLER,
                order.by(),
                order.limit(),
                order.erp(),
                () -> refuseWhenNobodyReaches(order, last));
    }

    /** @return whether everybody has agreed now */
    boolean consent(ConsentToReopen order) {
        waiting(order.period());
        return !order.by().equals(agreed.get(ReopenVoice.MEASUREMENT))
                && agree(order.period(), ReopenVoice.MEASUREMENT, order.by(), null, null, () -> {});
    }

    /** Of the approvers one must be a person whose limit reaches the effect; an order without an amount takes none. */
    private void refuseWhenNobodyReaches(ApproveReopen order, boolean last) {
        Money effect = waiting(order.period()).effect();
        Refused.when(
                effect != null && last && !reached && !AmountLimit.reaches(order.limit(), effect),
                "above-limit",
                "The reopening is about " + effect + ", above your limit of " + order.limit()
                        + ": it takes an approver whose limit reaches it.",
                Map.of("amount", String.valueOf(effect), "limit", String.valueOf(order.limit())));
    }

    private static List<ReopenVoice> needed(ReopenRequested request) {
        return Objects.requireNonNullElse(request.voices(), List.of(ReopenVoice.CONTROLLER, ReopenVoice.MEASUREMENT));
    }

    private boolean agree(
            AccountingPeriod period,
            ReopenVoice voice,
            PersonId by,
            @Nullable Money limit,
            @Nullable ErpPeriodState erp,
            Runnable check) {
        ReopenRequested request = waiting(period);
        Refused.when(
                request.by().equals(by),
                "requester-may-not-agree",
                "You have asked for it; it takes two others to agree.");
        refuseWhenAdjusted(period);
        Refused.when(agreed.containsValue(by), "same-person-may-not-agree-twice", "It takes another person's word.");
        Refused.when(agreed.containsKey(voice), "agreed", "This word has been given already.");
        check.run();
        apply(new ReopenApproved(request.group(), period, request.revision(), voice, by, limit, erp));
        return agreed.keySet().containsAll(needed(request));
    }

    void decline(DeclineReopen order) {
        requireReason(order.reason());
        ReopenRequested request = waiting(order.period());
        apply(new ReopenDeclined(order.group(), order.period(), request.revision(), order.reason(), order.by()));
    }

    void raise(RaiseHardLock order, @Nullable AccountingPeriod lastLocked) {
        requireReason(order.reason());
        if (order.through().equals(hardLock)) {
            return;
        }
        Refused.when(
                hardLock != null && order.through().compareTo(hardLock) < 0,
                "hard-lock-only-rises",
                "The hard lock stands at " + hardLock + " and is never lowered.");
        Refused.when(
                lastLocked == null || order.through().compareTo(lastLocked) > 0,
                "period-not-locked",
                "The hard lock moves over locked periods only"
                        + (lastLocked == null ? "." : ", to " + lastLocked + "."));
        Refused.when(reopened != null, "reopened-already", "The period " + reopened + " is open again: lock it first.");
        Refused.when(
                pending != null && pending.period().compareTo(order.through()) <= 0,
                "reopening-asked",
                "It has been asked to open the period again: answer that first.");
        apply(new HardLockRaised(order.group(), order.through(), order.reason(), order.by()));
    }

    /** The request that waits for that period. */
    ReopenRequested waiting(AccountingPeriod period) {
        if (pending == null || !pending.period().equals(period)) {
            throw new Refused("nothing-asked", "Nobody has asked to open the period " + period + " again.");
        }
        return pending;
    }

    List<PersonId> agreed() {
        return List.copyOf(agreed.values());
    }

    static void requireReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    void remember(ReopenRequested event) {
        pending = event;
        reached = false;
        agreed.clear();
    }

    void remember(ReopenApproved event) {
        agreed.put(event.voice(), event.by());
        Money effect = pending == null ? null : pending.effect();
        reached |= event.voice() != ReopenVoice.MEASUREMENT
                && effect != null
                && AmountLimit.reaches(event.limit(), effect);
    }

    void remember(ReopenDeclined event) {
        pending = null;
        agreed.clear();
    }

    void remember(PeriodReopened event) {
        pending = null;
        agreed.clear();
        reopened = event.period();
        revisions.put(event.period(), event.revision());
    }

    void remember(PeriodAdjusted event) {
        adjusted.add(event.period());
    }

    void remember(HardLockRaised event) {
        hardLock = event.through();
    }

    void locked(AccountingPeriod period) {
        if (period.equals(reopened)) {
            reopened = null;
        }
    }
}
