package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Share;
import io.tallybook.messages.metering.DayTotal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Splits a point's days among contracts by share, to the last kWh; what is split adds up to what was measured. */
final class Split {
    /** Ties go to the contract whose id comes first. */
    static final Comparator<ContractId> BY_ID = Comparator.comparing(ContractId::value);

    private Split() {}

    /** The days of each contract that has any share here, also the days on which it got nothing. */
    static Map<ContractId, List<DayTotal>> of(List<DayTotal> days, Map<ContractId, Map<Direction, Share>> shares) {
        Map<ContractId, List<DayTotal>> allocated = new TreeMap<>(BY_ID);
        shares.keySet().forEach(contract -> allocated.put(contract, new ArrayList<>()));
        for (DayTotal day : days) {
            Map<ContractId, Energy> receipts = one(day.receipt(), Direction.RECEIPT, shares);
            Map<ContractId, Energy> deliveries = one(day.delivery(), Direction.DELIVERY, shares);
            allocated.forEach((contract, list) -> list.add(new DayTotal(
                    day.day(),
                    receipts.getOrDefault(contract, Energy.ZERO),
                    deliveries.getOrDefault(contract, Energy.ZERO))));
        }
        return allocated;
    }

    /** In whole kWh when the energy is, else in its own last decimal. */
    private static Map<ContractId, Energy> one(
            Energy energy, Direction direction, Map<ContractId, Map<Direction, Share>> shares) {
        if (energy.signum() == 0) {
            return Map.of();
        }
        Map<ContractId, BigInteger> weights = new TreeMap<>(BY_ID);
        shares.forEach((contract, share) -> weights.put(contract, weight(share.get(direction))));
        int scale = energy.kwh().scale();
        Map<ContractId, Energy> parts = new HashMap<>();
        LargestRemainder.split(energy.kwh().unscaledValue(), weights)
                .forEach((contract, units) -> parts.put(contract, new Energy(new BigDecimal(units, scale))));
        return parts;
    }

    private static BigInteger weight(@Nullable Share share) {
        return share == null ? BigInteger.ZERO : share.value().unscaledValue();
    }
}
