package io.tallybook.command.network;

import static io.tallybook.command.network.AreaTest.rule;

import io.tallybook.command.Story;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.PointCommand.ClosePointConfiguration;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointEvent.PointConfigurationClosed;
import io.tallybook.messages.network.PointEvent.PointConfigured;
import io.tallybook.messages.network.PointRole;
import org.junit.jupiter.api.Test;

class PointTest {
    private static final PointConfigured FIRST = configured("dk", "Ellund", PointRole.FLOW, "2019-01-01", 1);

    private final Story story = Story.of(Point.class);

    @Test
    void isConfiguredOnce() {
        story.given().when(configure(FIRST)).then(FIRST);
        story.given(FIRST).when(configure(FIRST)).thenNothing();
    }

    @Test
    void beginsWithVersionOne() {
        story.given()
                .when(configure(configured("dk", "Ellund", PointRole.FLOW, "2019-01-01", 2)))
                .thenRefused("configuration-not-next");
    }

    @Test
    void anotherRoleOrRuleIsTheNextVersion() {
        PointConfigured storage = configured("dk", "Ellund", PointRole.STORAGE, "2019-01-01", 2);
        PointConfigured later = configured("dk", "Ellund", PointRole.FLOW, "2025-01-01", 2);
        story.given(FIRST).when(configure(storage)).then(storage);
        story.given(FIRST).when(configure(later)).then(later);
        story.given(FIRST)
                .when(configure(configured("dk", "Ellund", PointRole.STORAGE, "2019-01-01", 1)))
                .thenRefused("configuration-not-next");
        story.given(FIRST)
                .when(configure(configured("dk", "Ellund", PointRole.STORAGE, "2019-01-01", 3)))
                .thenRefused("configuration-not-next");
        story.given(FIRST)
                .when(configure(configured("dk", "Ellund", PointRole.FLOW, "2025-01-02", 2)))
                .thenRefused("configuration-within-a-month");
    }

    /** A change cut off between two of its rows is given again from its beginning. */
    @Test
    void anEarlierConfigurationGivenAgainSaysNothingNew() {
        PointConfigured later = configured("dk", "Ellund", PointRole.FLOW, "2025-01-01", 2);
        story.given(FIRST, later).when(configure(FIRST)).thenNothing();
    }

    @Test
    void aNameChangesByItself() {
        PointConfigured renamed = configured("dk", "Ellund (DE)", PointRole.FLOW, "2019-01-01", 1);
        story.given(FIRST).when(configure(renamed)).then(renamed);
    }

    @Test
    void refusesAConfigurationThatBeginsInAClosedPeriod() {
        CloseId october = new CloseId("dk/2024-10");
        PointConfigurationClosed closed = new PointConfigurationClosed(FIRST.point(), october);
        PointConfigured storage = configured("dk", "Ellund", PointRole.STORAGE, "2019-01-01", 2);
        PointConfigured next = configured("dk", "Ellund", PointRole.STORAGE, "2024-11-01", 2);
        PointConfigured renamed = configured("dk", "Ellund (DE)", PointRole.FLOW, "2019-01-01", 1);
        story.given(FIRST, closed).when(configure(storage)).thenRefused("period-is-closed");
        story.given(FIRST, closed).when(configure(next)).then(next);
        story.given(FIRST, closed).when(configure(renamed)).then(renamed);
    }

    @Test
    void closesAPeriodOnce() {
        ClosePointConfiguration close = new ClosePointConfiguration(FIRST.point(), new CloseId("dk/2024-10"), Story.AT);
        PointConfigurationClosed closed = new PointConfigurationClosed(FIRST.point(), close.closeId());
        story.given().when(close).thenRefused("not-found");
        story.given(FIRST).when(close).then(closed);
        story.given(FIRST, closed).when(close).thenNothing();
    }

    @Test
    void staysInItsArea() {
        story.given(FIRST)
                .when(configure(configured("se", "Ellund", PointRole.FLOW, "2019-01-01", 2)))
                .thenRefused("point-in-another-area");
    }

    private static ConfigurePoint configure(PointConfigured wanted) {
        return new ConfigurePoint(
                wanted.point(), wanted.area(), wanted.name(), wanted.role(), wanted.rule(), wanted.by(), Story.AT);
    }

    private static PointConfigured configured(String area, String name, PointRole role, String from, int version) {
        return new PointConfigured(
                new PointId("ellund"), new AreaId(area), name, role, rule(from, version), Story.ENGINEER);
    }
}
