package io.tallybook.command.allocation;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.allocation.AllocationRunEvent.NominationsAdded;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.nomination.NominatedDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contract's part in one gas day one way.
 *
 * @param figure what its method looks at, the nomination or the operator's value; null where nothing was said
 */
record Party(
        ContractId contract, PointShare share, @Nullable Energy figure) {
    static Party of(ContractId contract, PointShare share, GasDay day, @Nullable NominationsAdded nominations) {
        return new Party(contract, share, nominations == null ? null : figure(share, day, nominations));
    }

    private static @Nullable Energy figure(PointShare share, GasDay day, NominationsAdded nominations) {
        List<NominatedDay> days =
                share.method().takesOperatorValues() ? nominations.operatorValues() : nominations.nominated();
        Direction direction = share.direction();
        for (NominatedDay said : days) {
            if (said.day().equals(day)) {
                return said.of(direction);
            }
        }
        return null;
    }

    AllocationMethod method() {
        return share.method();
    }

    AllocationRule rule() {
        AllocationRule rule = share.rule();
        return rule == null ? AllocationRule.of(AllocationMethod.PERCENTAGE) : rule;
    }

    /** Nothing said counts as nothing. */
    Energy figureOrZero() {
        return figure == null ? Energy.ZERO : figure;
    }
}
