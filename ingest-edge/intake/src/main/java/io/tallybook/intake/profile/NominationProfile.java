package io.tallybook.intake.profile;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.nomination.NominationKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of nominations or operator's values: a row per contract, point, gas day and direction.
 *
 * @param contracts names in the contract's column to ids; empty: as written. Likewise {@code points}
 * @param unit of every quantity, unless {@code unitField} names a column
 * @param direction never by sign: a nomination is not negative, and nothing has a direction too
 * @param blankTakesBack whether a row without a quantity takes back what was said; otherwise it is absent
 */
public record NominationProfile(
        String name,
        FileFormat format,
        String contractField,
        Map<String, ContractId> contracts,
        String pointField,
        Map<String, PointId> points,
        TimeRule day,
        String quantityField,
        Numbers numbers,
        EnergyUnit unit,
        @Nullable String unitField,
        SignRule direction,
        NominationKind what,
        NullRule nulls,
        boolean blankTakesBack)
        implements Profile {
    public NominationProfile {
        contracts = Map.copyOf(contracts);
        points = Map.copyOf(points);
    }
}
