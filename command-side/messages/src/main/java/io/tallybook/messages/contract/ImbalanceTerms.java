package io.tallybook.messages.contract;

import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * How a contract's imbalances (allocated less nominated) are settled.
 *
 * @param table by which tiers; CASH_OUT only, where it must be
 * @param series whose month's mean is the reference price; CASH_OUT only, where it must be
 */
public record ImbalanceTerms(
        Settlement settlement,
        @Nullable CashOutTableId table,
        @Nullable SeriesId series) {
    /** The ways there are. */
    public enum Settlement {
        /** An operational balancing agreement carries them in kind at the point, from month to month. */
        OBA,
        /** They are bought and sold at the month's end. */
        CASH_OUT
    }

    public ImbalanceTerms {
        boolean cashOut = settlement == Settlement.CASH_OUT;
        Invalid.unless(
                (table != null) == cashOut, "imbalances name a cash-out table when they are cashed out, only then");
        Invalid.unless(
                (series != null) == cashOut, "imbalances name a price series when they are cashed out, only then");
    }

    public static ImbalanceTerms oba() {
        return new ImbalanceTerms(Settlement.OBA, null, null);
    }

    public static ImbalanceTerms cashOut(CashOutTableId table, SeriesId series) {
        return new ImbalanceTerms(Settlement.CASH_OUT, table, series);
    }

    /** The terms as one line of canonical words, for hashes. */
    public String canonical() {
        return settlement + "|" + (table == null ? "" : table.value()) + "|" + (series == null ? "" : series.value());
    }
}
