package io.tallybook.command.allocation;

import io.tallybook.command.People;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.allocation.AllocationRunEvent.AllocationInputAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.ContractSharesAdded;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.metering.DayTotal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run has collected: who may share, the measured days, each contract's shares of this point and what was nominated. */
final class RunParts {
    /** How many contracts may share one point: DESIGN.md. */
    static final int MOST_RECIPIENTS = 64;

    private final Map<ContractId, ContractSharesAdded> shares = new TreeMap<>(Split.BY_ID);
    private final Map<ContractId, NominationsAdded> nominations = new TreeMap<>(Split.BY_ID);
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

    void add(NominationsAdded event) {
        nominations.put(event.contract(), event);
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

    @Nullable NominationsAdded nominations(ContractId contract) {
        return nominations.get(contract);
    }

    boolean complete() {
        return contracts != null && input != null && contracts.stream().allMatch(this::hasAllOf);
    }

    /** Each of the days by contract, or why it cannot be split. */
    MonthSplit split(List<DayTotal> of) {
        List<Recipient> recipients = recipients();
        if (recipients.size() > MOST_RECIPIENTS) {
            return new Obstacle(
                    "too-many-recipients", recipients.size() + " contracts share the point, at most 64 may.");
        }
        return Split.of(of, recipients);
    }

    /** Whether nothing but shares decides: what such a run comes to is what it always came to. */
    boolean isByPercentage() {
        return recipients().stream().allMatch(Recipient::isByPercentage);
    }

    /** Who recorded what was nominated: on each of it depends what everybody gets. */
    List<PersonId> nominators() {
        return People.union(nominations.values().stream().map(NominationsAdded::contributors));
    }

    private List<Recipient> recipients() {
        return expectedShares()
                .filter(s -> !s.shares().isEmpty())
                .map(s -> new Recipient(s.contract(), s.shares(), nominations.get(s.contract())))
                .toList();
    }

    private boolean hasAllOf(ContractId contract) {
        ContractSharesAdded of = shares.get(contract);
        return of != null
                && (nominations.containsKey(contract)
                        || of.shares().stream().noneMatch(s -> s.method().needsNominations()));
    }

    private Stream<ContractSharesAdded> expectedShares() {
        return shares.values().stream().filter(s -> contracts != null && contracts.contains(s.contract()));
    }
}
