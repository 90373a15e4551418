package io.tallybook.query.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.FactorBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One gas day of a run, one way: the total and who got how much of it. The recipients' energies sum to the total.
 *
 * @param inputSequence sequence of the point's month up to which the total counts
 */
public record DayAllocationView(
        AllocationRunId run,
        PointId point,
        String pointName,
        GasDay day,
        Direction direction,
        Energy total,
        List<DayShareView> recipients,
        long inputSequence,
        Sha256 inputHash,
        long position) {

    /**
     * The proration factor, measured ÷ sum of the operator's values, 5 decimals half-up; null where the method has none.
     *
     * @see io.tallybook.messages.contract.FactorBand
     */
    public @Nullable BigDecimal factor() {
        Energy provided = recipients.stream()
                .filter(r -> r.method() == AllocationMethod.OPERATOR_PROVIDED)
                .map(DayShareView::operatorValue)
                .filter(Objects::nonNull)
                .reduce(Energy.ZERO, Energy::plus);
        return provided.signum() == 0
                ? null
                : total.kwh().divide(provided.kwh(), FactorBand.SCALE, RoundingMode.HALF_UP);
    }

    /**
     * One recipient's part of the day.
     *
     * @param share what a split by percentage goes by
     * @param nominated what the run was given as its nomination, null where nothing was said or the method does not ask
     * @param operatorValue likewise the operator's word
     */
    public record DayShareView(
            ContractId contract,
            int contractVersion,
            ShipperId shipper,
            String shipperName,
            Share share,
            AllocationMethod method,
            @Nullable Energy nominated,
            @Nullable Energy operatorValue,
            Energy energy,
            long position) {
        /** Allocated less nominated; null where nothing was nominated. */
        public @Nullable Energy imbalance() {
            return nominated == null ? null : energy.minus(nominated);
        }
    }
}
