package io.tallybook.messages.variance;

import io.tallybook.messages.AccountingPeriod;

/** What a month is compared with. */
public enum VarianceBasis {
    PRIOR_MONTH,
    SAME_MONTH_LAST_YEAR,
    NOMINATION,
    BUDGET;

    /** The month whose figures it takes: the same one where the figures are said of it beforehand. */
    public AccountingPeriod monthFor(AccountingPeriod period) {
        return switch (this) {
            case PRIOR_MONTH -> period.previous();
            case SAME_MONTH_LAST_YEAR -> AccountingPeriod.of(period.month().minusYears(1));
            case NOMINATION, BUDGET -> period;
        };
    }

    /** Whether an earlier month's review has to be asked for it. */
    public boolean isEarlierMonth() {
        return this == PRIOR_MONTH || this == SAME_MONTH_LAST_YEAR;
    }
}
