package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Share;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.contract.PointShare;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run has collected: who may share, the measured days, and each contract's shares of this point. */
final class RunParts {
    /** How many contracts may share one point: DESIGN.md. */
    static final int MOST_RECIPIENTS = 64;

    private final Map<ContractId, ContractSharesAdded> shares = new TreeMap<>(Split.BY_ID);
    private @Nullable List<ContractId> contracts;
    private @Nullable AllocationInputAdded input;

    void expect(List<ContractId> all) {
        contracts = all;
    }

    void add(AllocationInputAdded event) {
        input = event;
    }

    void add(ContractSharesAdded event) {
        shares.put(event.contract(), event);
    }

    boolean expected() {
        return contracts != null;
    }

    @Nullable AllocationInputAdded input() {
        return input;
    }

    @Nullable ContractSharesAdded shares(ContractId contract) {
        return shares.get(contract);
    }

    boolean complete() {
        return contracts != null && input != null && contracts.stream().allMatch(shares::containsKey);
    }

    /** The contracts that have a share of this point, either way, even of zero. */
    Map<ContractId, Map<Direction, Share>> recipients() {
        Map<ContractId, Map<Direction, Share>> recipients = new TreeMap<>(Split.BY_ID);
        expectedShares()
                .filter(s -> !s.shares().isEmpty())
                .forEach(s -> recipients.put(
                        s.contract(),
                        s.shares().stream().collect(Collectors.toMap(PointShare::direction, PointShare::share))));
        return recipients;
    }

    /** Why the point cannot be split, if it cannot: every way gas went needs shares that add up to one. */
    Optional<Obstacle> obstacle() {
        int recipients = recipients().size();
        if (recipients > MOST_RECIPIENTS) {
            return Optional.of(
                    new Obstacle("too-many-recipients", recipients + " contracts share the point, at most 64 may."));
        }
        return Stream.of(Direction.values())
                .filter(this::flows)
                .flatMap(direction -> obstacle(direction).stream())
                .findFirst();
    }

    private Optional<Obstacle> obstacle(Direction direction) {
        List<BigDecimal> of = expectedShares()
                .flatMap(s -> s.shares().stream())
                .filter(s -> s.direction() == direction)
                .map(s -> s.share().value())
                .toList();
        BigDecimal sum = of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (of.isEmpty()) {
            return Optional.of(new Obstacle(
                    "shares-missing", "No contract has a share of what the point moves as " + direction + "."));
        }
        return sum.compareTo(BigDecimal.ONE) == 0
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "shares-do-not-add-up",
                        "The shares of " + direction + " add up to " + sum.toPlainString() + ", not to 1.00000000."));
    }

    private boolean flows(Direction direction) {
        return input != null
                && input.days().stream().map(d -> d.of(direction)).anyMatch(e -> e.compareTo(Energy.ZERO) > 0);
    }

    private Stream<ContractSharesAdded> expectedShares() {
        return shares.values().stream().filter(s -> contracts != null && contracts.contains(s.contract()));
    }

    /** A rule's name and its sentence. */
    record Obstacle(String rule, String sentence) {}
}
