package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.metering.DayTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits a point's days among contracts, to the last kWh; what is split adds up to what was measured. */
final class Split {
    /** Ties go to the contract whose id comes first. */
    static final Comparator<ContractId> BY_ID = Comparator.comparing(ContractId::value);

    private Split() {}

    /** Receipts first, then deliveries, day by day; the first obstacle stands for all. */
    static MonthSplit of(List<DayTotal> days, List<Recipient> recipients) {
        List<Recipient> ordered = recipients.stream()
                .sorted(Comparator.comparing(Recipient::contract, BY_ID))
                .toList();
        List<DaySplit.Parts> receipts = new ArrayList<>();
        List<DaySplit.Parts> deliveries = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (DayTotal day : days) {
                switch (Methods.split(flow(day, direction, ordered))) {
                    case DaySplit.Parts of -> (direction == Direction.RECEIPT ? receipts : deliveries).add(of);
                    case Obstacle obstacle -> {
                        return obstacle;
                    }
                }
            }
        }
        return days(days, ordered, receipts, deliveries);
    }

    private static DayFlow flow(DayTotal day, Direction direction, List<Recipient> recipients) {
        List<Party> parties =
                recipients.stream().flatMap(r -> r.party(day.day(), direction)).toList();
        return new DayFlow(day.day(), direction, day.of(direction), parties);
    }

    private static MonthSplit days(
            List<DayTotal> days,
            List<Recipient> recipients,
            List<DaySplit.Parts> receipts,
            List<DaySplit.Parts> deliveries) {
        Map<ContractId, List<DayTotal>> allocated = new TreeMap<>(BY_ID);
        for (Recipient recipient : recipients) {
            ContractId contract = recipient.contract();
            List<DayTotal> of = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                of.add(new DayTotal(
                        days.get(i).day(),
                        receipts.get(i).of().getOrDefault(contract, Energy.ZERO),
                        deliveries.get(i).of().getOrDefault(contract, Energy.ZERO)));
            }
            allocated.put(contract, of);
        }
        return new MonthSplit.Days(allocated);
    }
}
