package io.tallybook.ui.access;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.EventReader;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.access.DelegationEvent.ApprovalDelegated;
import io.tallybook.messages.access.DelegationEvent.DelegationRevoked;
import io.tallybook.messages.access.DelegationsId;
import io.tallybook.messages.access.Scope;
import io.tallybook.messages.close.LentRight;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Approval rights that are lent, read from the group's own stream as grants are: a revoked one ends with the next request. It
 * never reaches further than its owner's own right: whoever is no Approver any more has lent nothing, and the limit is theirs.
 */
@Component
public class LentRights {
    private final EventReader log;
    private final Grants grants;
    private final Clock clock;

    LentRights(EventReader log, Grants grants, Clock clock) {
        this.log = log;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * A delegation.
     *
     * @param revoked why it was taken back; null while it was not
     * @param inForce whether it may be used now
     */
    public record Delegation(
            CloseGroup group,
            int number,
            PersonId of,
            PersonId delegate,
            Instant from,
            Instant until,
            String reason,
            @Nullable String revoked,
            boolean inForce) {}

    /** What a delegate may sign with. */
    public record Right(LentRight lent, @Nullable Money limit) {}

    /** Every delegation there was in a group, latest first. */
    public List<Delegation> of(CloseGroup group) {
        Map<Integer, String> revoked = new TreeMap<>();
        Map<Integer, ApprovalDelegated> given = read(group, revoked);
        Instant now = clock.instant();
        return given.values().stream()
                .map(each -> new Delegation(
                        group,
                        each.delegation(),
                        each.by(),
                        each.delegate(),
                        each.from(),
                        each.until(),
                        each.reason(),
                        revoked.get(each.delegation()),
                        !revoked.containsKey(each.delegation()) && each.isInForce(now) && holds(each)))
                .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                .toList();
    }

    /** The rights a person may sign with now beside their own; none for an Auditor, who changes nothing. */
    public List<Delegation> heldBy(PersonId person, Set<Role> roles, CloseGroup group) {
        return of(group).stream()
                .filter(each -> each.inForce() && each.delegate().equals(person) && maySign(roles))
                .toList();
    }

    private static boolean maySign(Set<Role> roles) {
        return !roles.contains(Role.AUDITOR);
    }

    /** The right of that delegation in the hands of the caller; empty when it is none now or not theirs to use. */
    public Optional<Right> right(CloseGroup group, int number, PersonId person, Set<Role> roles) {
        Map<Integer, String> revoked = new TreeMap<>();
        return Optional.ofNullable(read(group, revoked).get(number))
                .filter(each -> !revoked.containsKey(number) && each.isInForce(clock.instant()))
                .filter(each -> each.delegate().equals(person) && maySign(roles) && holds(each))
                .map(each -> new Right(
                        new LentRight(number, each.by(), each.from(), each.until()), grants.limit(each.user())));
    }

    /** The caller with the lent role, for the one order it is lent for. */
    public static Caller using(Caller caller) {
        Set<Role> roles = EnumSet.of(Role.APPROVER);
        roles.addAll(caller.roles());
        return new Caller(
                caller.user(),
                caller.person(),
                Set.copyOf(roles),
                caller.scope(),
                caller.client(),
                caller.lane(),
                caller.reason(),
                caller.commandId(),
                caller.ifMatch(),
                caller.correlation(),
                caller.causation());
    }

    private boolean holds(ApprovalDelegated each) {
        Scope scope = grants.scope(each.user());
        return grants.of(each.user()).contains(Role.APPROVER)
                && (scope == null || scope.reaches(new CloseGroup(each.group().value())));
    }

    private Map<Integer, ApprovalDelegated> read(CloseGroup group, Map<Integer, String> revoked) {
        Map<Integer, ApprovalDelegated> given = new TreeMap<>();
        for (var stored : log.stream(DelegationsId.of(group).toString())) {
            switch (stored.event()) {
                case ApprovalDelegated e -> given.put(e.delegation(), e);
                case DelegationRevoked e -> revoked.put(e.delegation(), e.reason());
                default -> {}
            }
        }
        return given;
    }
}
