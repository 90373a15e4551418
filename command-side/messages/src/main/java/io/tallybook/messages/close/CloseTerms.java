package io.tallybook.messages.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.metering.EstimateLimit;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is material in a close group and how soon lateness is told further up; of periods opened from one on, until other terms
 * begin (domain: month-end close, materiality defaults).
 *
 * @param effectiveFrom the period from which they hold
 * @param reopenFrom the absolute effect from which a locked month is opened again and not adjusted
 * @param chiefFrom the absolute effect from which that takes a second approver's word; in the same currency, not below
 * @param leadAfterMinutes after its due moment a step is told to who leads the area
 * @param managerAfterMinutes after its due moment it is told to who answers for it; later than {@code leadAfterMinutes}
 * @param estimates above how much an estimate waits for a second person; null for the standard
 * @param erpAfterMinutes how long the ERP may take to confirm a journal; null for the standard
 */
public record CloseTerms(
        AccountingPeriod effectiveFrom,
        Money reopenFrom,
        Money chiefFrom,
        int leadAfterMinutes,
        int managerAfterMinutes,
        @Nullable EstimateLimit estimates,
        @Nullable Integer erpAfterMinutes) {
    /** Thirty days: longer than any close takes. */
    public static final int MOST_MINUTES = 30 * 24 * 60;

    private static final int MOST_DIGITS = 16;
    private static final Duration ERP_AFTER = Duration.ofHours(2);

    public CloseTerms {
        Invalid.unless(
                reopenFrom.currency().equals(chiefFrom.currency()),
                "both amounts of the terms are in one currency, were " + reopenFrom.currency() + " and "
                        + chiefFrom.currency());
        Invalid.unless(reopenFrom.amount().signum() >= 0, "what is material is not below zero");
        Invalid.unless(
                chiefFrom.amount().compareTo(reopenFrom.amount()) >= 0,
                "the second approver's amount is not below the one from which a month is opened again");
        Invalid.unless(
                chiefFrom.amount().precision() - chiefFrom.amount().scale() <= MOST_DIGITS,
                "an amount of the terms has at most 16 digits before the point");
        Invalid.unless(
                leadAfterMinutes >= 1 && managerAfterMinutes > leadAfterMinutes && managerAfterMinutes <= MOST_MINUTES,
                "lateness is told further up after 1 minute or more, then later again, within 30 days");
        Invalid.unless(
                erpAfterMinutes == null || erpAfterMinutes >= 1 && erpAfterMinutes <= MOST_MINUTES,
                "the ERP may take 1 minute or more, at most 30 days");
    }

    /** With the standard limits of estimates and of the ERP's answer. */
    public CloseTerms(
            AccountingPeriod effectiveFrom,
            Money reopenFrom,
            Money chiefFrom,
            int leadAfterMinutes,
            int managerAfterMinutes) {
        this(effectiveFrom, reopenFrom, chiefFrom, leadAfterMinutes, managerAfterMinutes, null, null);
    }

    /**
     * Where nothing is set: 25,000 and 250,000 of whatever currency the effect is in, four hours and twenty-four (domain:
     * month-end close).
     */
    public static CloseTerms standard() {
        return new CloseTerms(
                new AccountingPeriod("1900-01"),
                new Money(BigDecimal.valueOf(25_000), Money.NO_CURRENCY),
                new Money(BigDecimal.valueOf(250_000), Money.NO_CURRENCY),
                (int) Duration.ofHours(4).toMinutes(),
                (int) Duration.ofHours(24).toMinutes());
    }

    /** Above how much an estimate of these periods waits for a second person. */
    public EstimateLimit estimateLimit() {
        return estimates == null ? EstimateLimit.standard() : estimates;
    }

    /** How long the ERP may take to confirm a journal; two hours where nothing is set (domain: month-end close, step 12). */
    public Duration erpAfter() {
        return erpAfterMinutes == null ? ERP_AFTER : Duration.ofMinutes(erpAfterMinutes);
    }

    /** Whether an effect in that currency can be held against them. */
    public boolean measure(Money effect) {
        return reopenFrom.currency().equals(Money.NO_CURRENCY)
                || reopenFrom.currency().equals(effect.currency());
    }

    public boolean isMaterial(Money effect) {
        return effect.amount().abs().compareTo(reopenFrom.amount()) >= 0;
    }

    /** Whether one approver's word is not enough for it. */
    public boolean takesChief(Money effect) {
        return effect.amount().abs().compareTo(chiefFrom.amount()) >= 0;
    }

    /** How long after its due moment a late step reaches that level. */
    public Duration after(Escalation level) {
        return switch (level) {
            case OWNER -> Duration.ZERO;
            case LEAD -> Duration.ofMinutes(leadAfterMinutes);
            case MANAGER -> Duration.ofMinutes(managerAfterMinutes);
        };
    }
}
