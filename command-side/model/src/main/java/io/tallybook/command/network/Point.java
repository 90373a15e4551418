package io.tallybook.command.network;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.ClosedPeriods;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.network.PointCommand.ClosePointConfiguration;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointCommand.ReopenPointConfiguration;
import io.tallybook.messages.network.PointEvent.PointConfigurationClosed;
import io.tallybook.messages.network.PointEvent.PointConfigurationReopened;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A measurement point and the configuration it has now. */
public final class Point {
    @AggregateIdentifier
    private @Nullable PointId id;

    private @Nullable PointConfigured configured;
    private final Set<Configured> history = new HashSet<>();
    private final ClosedPeriods closed = new ClosedPeriods();

    /** A configuration as it was given once: given again, it says nothing new. */
    private record Configured(PointRole role, PointRule rule) {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void configure(ConfigurePoint order) {
        PointConfigured wanted =
                new PointConfigured(order.point(), order.area(), order.name(), order.role(), order.rule(), order.by());
        if (configured == null) {
            checkVersion(wanted, 1);
            apply(wanted);
        } else if (isNews(configured, wanted)) {
            apply(wanted);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void close(ClosePointConfiguration order) {
        Refused.unlessFound(configured, order.point());
        if (!closed.include(order.closeId().period())) {
            apply(new PointConfigurationClosed(order.point(), order.closeId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reopen(ReopenPointConfiguration order) {
        Refused.unlessFound(configured, order.point());
        if (closed.opensAgain(order.closeId().period(), order.revision())) {
            apply(new PointConfigurationReopened(order.point(), order.closeId(), order.revision()));
        }
    }

    /** A name may change by itself; role and rule are the configuration and change with its version. */
    private boolean isNews(PointConfigured known, PointConfigured wanted) {
        Refused.when(
                !known.area().equals(wanted.area()),
                "point-in-another-area",
                "The point balances in another area already.",
                Map.of("area", known.area().value()));
        if (known.role() == wanted.role() && known.rule().equals(wanted.rule())) {
            return !known.name().equals(wanted.name());
        }
        if (history.contains(new Configured(wanted.role(), wanted.rule()))) {
            return false;
        }
        checkVersion(wanted, known.rule().version() + 1);
        Configuration.checkTakesOver(known.rule(), wanted.rule());
        closed.refuse(AccountingPeriod.of(wanted.rule().inForceFrom()));
        return true;
    }

    private static void checkVersion(PointConfigured wanted, int next) {
        Refused.when(
                wanted.rule().version() != next,
                "configuration-not-next",
                "Configurations are numbered from 1, without a gap.",
                Map.of("next", String.valueOf(next)));
    }

    @EventSourcingHandler
    void on(PointConfigured event) {
        id = event.point();
        configured = event;
        history.add(new Configured(event.role(), event.rule()));
    }

    @EventSourcingHandler
    void on(PointConfigurationClosed event) {
        closed.remember(event.closeId().period());
    }

    @EventSourcingHandler
    void on(PointConfigurationReopened event) {
        closed.reopen(event.closeId().period(), event.revision());
    }
}
