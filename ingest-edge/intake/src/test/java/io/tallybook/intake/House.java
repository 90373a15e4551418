package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tallybook.command.Aggregates;
import io.tallybook.eventlog.AggregateClasses;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventLogConfiguration;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.intake.profile.Profile;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SecondPerson;
import io.tallybook.messages.UserId;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.migrations.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Log, door, model and intake wired as the application wires them, on a database of their own. */
public final class House implements AutoCloseable {
    public static final PersonId ANN = new PersonId("ann");
    public static final Caller ACCOUNTANT = Caller.person(new UserId("ann"), ANN, Set.of(Role.ACCOUNTANT), "cli");
    public static final Caller ENGINEER =
            Caller.person(new UserId("eve"), new PersonId("eve"), Set.of(Role.ENGINEER), "cli");
    public static final Instant AT = Instant.parse("2025-06-13T06:00:00Z");
    public static final GasDayRule COPENHAGEN = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    private static final class Shared {
        private static final House HOUSE = open();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(HOUSE::close));
        }
    }

    /** One house for all tests that name points of their own. */
    public static House shared() {
        return Shared.HOUSE;
    }

    public static House open() {
        try {
            return new House(new SpringApplicationBuilder(Wiring.class)
                    .web(WebApplicationType.NONE)
                    .properties(
                            "tallybook.data=" + Files.createTempDirectory("tallybook-intake"),
                            "tallybook.sources.pulls=false")
                    .run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CommandDoor door() {
        return context.getBean(CommandDoor.class);
    }

    public EventReader log() {
        return context.getBean(EventReader.class);
    }

    public Readings readings() {
        return context.getBean(Readings.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void done(Command command, Caller caller) {
        // configuration comes from a change that a second person has approved: the house gives it
        Caller giver = command.getClass().isAnnotationPresent(SecondPerson.class) ? Caller.process("test") : caller;
        assertThat(door().send(command, giver)).matches(answer -> answer.done(), "done");
    }

    public PointRule point(String id, MeasuringInterval interval, String inForceFrom) {
        PointRule rule = new PointRule(COPENHAGEN, interval, new GasDay(inForceFrom), 1);
        configure(id, rule);
        return rule;
    }

    public void configure(String id, PointRule rule) {
        done(
                new ConfigurePoint(new PointId(id), new AreaId("dk"), id, PointRole.FLOW, rule, ENGINEER.person(), AT),
                ENGINEER);
    }

    public void danishPoints() {
        for (String id : List.of("biogas", "denmark", "north-sea", "storage", "germany", "sweden", "tyra")) {
            point(id, MeasuringInterval.GAS_DAY, "2015-01-01");
        }
        point("poland", MeasuringInterval.GAS_DAY, "2022-10-01");
    }

    public ImportSummary run(Profile profile, String file) {
        return run(profile, file.getBytes(StandardCharsets.UTF_8));
    }

    public ImportSummary run(Profile profile, byte[] file) {
        try {
            return bean(Importer.class).run(profile, "test.csv", new ByteArrayInputStream(file), ACCOUNTANT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events of a kind written after a position. */
    public <T extends Event> List<T> events(Class<T> type, long after) {
        List<T> found = new ArrayList<>();
        long at = after;
        for (List<StoredEvent> page = log().after(at, 1_000); !page.isEmpty(); page = log().after(at, 1_000)) {
            page.stream()
                    .map(StoredEvent::event)
                    .flatMap(event -> type.isInstance(event) ? Stream.of(type.cast(event)) : Stream.empty())
                    .forEach(found::add);
            at = page.getLast().position();
        }
        return found;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, IntakeConfiguration.class})
    static class Wiring {
        @Bean
        HikariDataSource database() {
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(TestDatabase.fresh().app());
            return pool;
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AggregateClasses aggregateClasses() {
            return new AggregateClasses(Aggregates.ALL);
        }
    }
}
