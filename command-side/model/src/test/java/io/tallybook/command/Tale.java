package io.tallybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.tallybook.messages.Refused;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

/**
 * The life of one aggregate in a test: each order is given to a fixture that has replayed every fact so far, so that
 * nothing but the facts is remembered.
 */
public final class Tale<A> {
    private final Class<A> type;
    private final List<Object> facts = new ArrayList<>();

    public Tale(Class<A> type) {
        this.type = type;
    }

    /** Gives the orders one after the other; each must be accepted. */
    public Tale<A> told(Object... orders) {
        for (Object order : orders) {
            when(order);
        }
        return this;
    }

    /** Gives the order and answers the new facts; none means unchanged. */
    public List<Object> when(Object order) {
        List<Object> fresh = new ArrayList<>();
        result(order).expectSuccessfulHandlerExecution().expectEventsMatching(payloadsMatching(predicate(events -> {
            fresh.addAll(events);
            return true;
        })));
        facts.addAll(fresh);
        return fresh;
    }

    /** Gives the order, which a rule must refuse without a fact, and answers the rule's name. */
    public String refusal(Object order) {
        List<String> rules = new ArrayList<>();
        result(order).expectNoEvents().expectException(Refused.class).expectException(predicate(e -> {
            rules.add(((Refused) e).rule());
            return RefusalTable.holds(order, (Refused) e);
        }));
        return rules.getFirst();
    }

    /** All facts of the type so far. */
    public <E> List<E> facts(Class<E> event) {
        return facts.stream().filter(event::isInstance).map(event::cast).toList();
    }

    /** The latest fact of the type. */
    public <E> E latest(Class<E> event) {
        assertThat(facts(event)).isNotEmpty();
        return facts(event).getLast();
    }

    /** The simple names of the facts, in order. */
    public static List<String> names(List<Object> facts) {
        return facts.stream().map(f -> f.getClass().getSimpleName()).toList();
    }

    private ResultValidator<A> result(Object order) {
        AggregateTestFixture<A> fixture = new AggregateTestFixture<>(type);
        return facts.isEmpty()
                ? fixture.givenNoPriorActivity().when(order)
                : fixture.given(facts).when(order);
    }
}
