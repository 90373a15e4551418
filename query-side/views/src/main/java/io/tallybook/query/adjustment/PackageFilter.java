package io.tallybook.query.adjustment;

import io.tallybook.messages.AccountingPeriod;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which packages; null leaves a question out.
 *
 * @param cause part of the source's name, in any case
 * @param until whose oldest production month is this or an earlier one
 * @param atLeast whose effect is at least this amount, bought less sold, without its sign
 */
public record PackageFilter(
        @Nullable PackageState state,
        @Nullable String cause,
        @Nullable AccountingPeriod until,
        @Nullable BigDecimal atLeast) {
    public static final PackageFilter ALL = new PackageFilter(null, null, null, null);
}
