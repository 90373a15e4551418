package io.tallybook.command.access;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.Refused;
import io.tallybook.messages.access.DelegationCommand.DelegateApproval;
import io.tallybook.messages.access.DelegationCommand.RevokeDelegation;
import io.tallybook.messages.access.DelegationEvent.ApprovalDelegated;
import io.tallybook.messages.access.DelegationEvent.DelegationRevoked;
import io.tallybook.messages.access.DelegationsId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Which approvers of a close group have lent their right, to whom and until when. It ends by time; whether the delegate may sign
 * a certain close is CloseCycle's rule.
 */
public final class Delegations {
    static final int MOST_STANDING = 20;

    @AggregateIdentifier
    private @Nullable DelegationsId id;

    private final Map<Integer, ApprovalDelegated> given = new TreeMap<>();
    private final Set<Integer> revoked = new TreeSet<>();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void delegate(DelegateApproval order) {
        if (standing(order).anyMatch(each -> isSame(each, order))) {
            return;
        }
        Refused.when(
                standing(order)
                        .anyMatch(each -> each.by().equals(order.by())
                                && each.from().isBefore(order.until())
                                && order.from().isBefore(each.until())),
                "lent-already",
                "You have lent your right for that time already: revoke it first.");
        Refused.when(
                standing(order)
                        .anyMatch(each -> each.delegate().equals(order.by())
                                && each.by().equals(order.delegate())
                                && each.from().isBefore(order.until())
                                && order.from().isBefore(each.until())),
                "lent-to-each-other",
                "Two persons do not lend each other their rights for the same time.");
        Refused.when(
                standing(order).count() >= MOST_STANDING,
                "too-many-delegations",
                "A close group has at most " + MOST_STANDING + " delegations at a time.");
        apply(new ApprovalDelegated(
                order.group(),
                given.size() + 1,
                order.user(),
                order.delegate(),
                order.from(),
                order.until(),
                order.reason(),
                order.by()));
    }

    private Stream<ApprovalDelegated> standing(DelegateApproval order) {
        return given.values().stream()
                .filter(each -> !revoked.contains(each.delegation()))
                .filter(each -> each.until().isAfter(order.at()));
    }

    private static boolean isSame(ApprovalDelegated each, DelegateApproval order) {
        return each.by().equals(order.by())
                && each.delegate().equals(order.delegate())
                && each.from().equals(order.from())
                && each.until().equals(order.until());
    }

    @CommandHandler
    void revoke(RevokeDelegation order) {
        Refused.unlessFound(given.get(order.delegation()), "delegation " + order.delegation());
        if (!revoked.contains(order.delegation())) {
            apply(new DelegationRevoked(order.group(), order.delegation(), order.reason(), order.by()));
        }
    }

    @EventSourcingHandler
    void on(ApprovalDelegated event) {
        id = event.group();
        given.put(event.delegation(), event);
    }

    @EventSourcingHandler
    void on(DelegationRevoked event) {
        revoked.add(event.delegation());
    }
}
