package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.PointShare;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days and parties for the tests of the methods. */
final class Flows {
    static final GasDay DAY = new GasDay("2024-10-01");

    private Flows() {}

    static DayFlow of(String total, Party... parties) {
        return new DayFlow(
                DAY,
                Direction.RECEIPT,
                energy(total),
                Stream.of(parties)
                        .sorted(Comparator.comparing(Party::contract, Split.BY_ID))
                        .toList());
    }

    static Party party(String contract, AllocationRule rule, @Nullable String figure) {
        return new Party(
                new ContractId(contract),
                new PointShare(new PointId("ellund"), Direction.RECEIPT, Share.of("0"), rule),
                figure == null ? null : energy(figure));
    }

    static Party byShare(String contract, String share) {
        return new Party(
                new ContractId(contract),
                new PointShare(new PointId("ellund"), Direction.RECEIPT, Share.of(share)),
                null);
    }

    static Party proRata(String contract, @Nullable String nominated) {
        return party(contract, AllocationRule.of(AllocationMethod.PRO_RATA), nominated);
    }

    static Party ranked(String contract, @Nullable Integer rank, @Nullable String nominated) {
        return party(contract, new AllocationRule(AllocationMethod.RANKED, rank, false, false, null), nominated);
    }

    static Party operator(String contract, @Nullable String value) {
        return party(contract, AllocationRule.of(AllocationMethod.OPERATOR_PROVIDED), value);
    }

    static Party firm(AllocationMethod method, String contract, @Nullable String figure) {
        return party(contract, AllocationRule.of(method), figure);
    }

    static Party balancing(AllocationMethod method, String contract, boolean mayBeNegative) {
        return party(contract, new AllocationRule(method, null, true, mayBeNegative, null), null);
    }

    /** The parts as people write them, by contract; fails when the day cannot be split. */
    static Map<String, String> split(DayFlow flow) {
        Map<String, String> parts = new TreeMap<>();
        parts(flow)
                .forEach((contract, energy) ->
                        parts.put(contract.value(), energy.kwh().toPlainString()));
        return parts;
    }

    static Map<ContractId, Energy> parts(DayFlow flow) {
        return switch (Methods.split(flow)) {
            case DaySplit.Parts of -> of.of();
            case Obstacle no -> throw new AssertionError(no.rule() + ": " + no.sentence());
        };
    }

    /** Why the day cannot be split; fails when it can. */
    static Obstacle obstacle(DayFlow flow) {
        return switch (Methods.split(flow)) {
            case DaySplit.Parts of -> throw new AssertionError("split into " + of.of());
            case Obstacle no -> no;
        };
    }

    static Energy sum(Map<ContractId, Energy> parts) {
        return parts.values().stream().reduce(Energy.ZERO, Energy::plus);
    }

    static Energy energy(String kwh) {
        return new Energy(new BigDecimal(kwh));
    }

    static List<AllocationMethod> all() {
        return List.of(AllocationMethod.values());
    }
}
