package io.tallybook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;

/**
 * Given facts, when an order, then facts: Axon's fixture with the house's way of saying no. Each {@code given} starts a
 * fresh story; an {@link Instant} among the facts moves the clock. The fixture also fails when a command handler changes
 * a field itself.
 */
public final class Story {
    public static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    public static final PersonId ENGINEER = new PersonId("erik");
    public static final PersonId ACCOUNTANT = new PersonId("anna");

    private final Class<?> aggregate;

    private Story(Class<?> aggregate) {
        this.aggregate = aggregate;
    }

    public static Story of(Class<?> aggregate) {
        return new Story(aggregate);
    }

    public Given given(Object... facts) {
        return given(List.of(facts));
    }

    public Given given(List<?> facts) {
        return new Given(aggregate, facts);
    }

    /** What has happened so far. */
    public record Given(Class<?> aggregate, List<?> facts) {
        public Then when(Object order) {
            return told(aggregate, facts, order);
        }

        /** One chapter more: these facts and those the order leads to. */
        public Given and(Object order) {
            List<Object> all = new ArrayList<>(facts);
            all.addAll(when(order).events());
            return new Given(aggregate, all);
        }

        /** After all these orders, without checking each: for long stories. */
        public Then after(List<?> orders, Object order) {
            return new Then(
                    new AggregateTestFixture<>(aggregate)
                            .givenCurrentTime(AT)
                            .andGiven(facts)
                            .andGivenCommands(orders)
                            .when(order),
                    order);
        }

        private static <T> Then told(Class<T> aggregate, List<?> facts, Object order) {
            TestExecutor<T> fixture = new AggregateTestFixture<>(aggregate).givenCurrentTime(AT);
            for (Object fact : facts) {
                fixture = fact instanceof Instant now ? fixture.andGivenCurrentTime(now) : fixture.andGiven(fact);
            }
            return new Then(fixture.when(order), order);
        }
    }

    /** What the order led to. */
    public record Then(ResultValidator<?> result, Object order) {
        public void then(Object... events) {
            assertThat(events()).containsExactly(events);
        }

        public void thenNothing() {
            assertThat(events()).isEmpty();
        }

        public void thenRefused(String rule) {
            result.expectNoEvents()
                    .expectException(
                            predicate(e -> e instanceof Refused no && no.rule().equals(rule)))
                    .expectException(predicate(e -> RefusalTable.holds(order, (Refused) e)));
        }

        public void thenInvalid(String sentence) {
            result.expectNoEvents()
                    .expectException(predicate(e -> e instanceof Invalid no && sentence.equals(no.getMessage())));
        }

        public List<Object> events() {
            List<Object> events = new ArrayList<>();
            result.expectSuccessfulHandlerExecution();
            result.expectEventsMatching(payloadsMatching(predicate((List<?> all) -> events.addAll(all) || true)));
            return events;
        }

        /** The only event of that kind. */
        public <E> E only(Class<E> kind) {
            List<E> found =
                    events().stream().filter(kind::isInstance).map(kind::cast).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }
}
