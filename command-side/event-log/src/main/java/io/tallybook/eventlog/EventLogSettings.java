package io.tallybook.eventlog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code tallybook.log.*}.
 *
 * @param tenant written beside every event; one tenant is one database
 * @param build the program's own version, written beside every event
 * @param node names this process where several share a database; empty makes a name. A name that stays the same over a restart
 *     lets it take its event processors back at once, and is only right when nobody else can use it at the same time
 * @param connections of the log's own pool, 2 to 64, apart from the application's so that a processor that holds a connection
 *     and waits for a command never waits for itself
 */
@ConfigurationProperties("tallybook.log")
public record EventLogSettings(
        @DefaultValue("default") String tenant,
        @DefaultValue("dev") String build,
        @DefaultValue("") String node,
        @DefaultValue("12") int connections) {
    public EventLogSettings {
        if (connections < 2 || connections > 64) {
            throw new IllegalArgumentException("tallybook.log.connections is 2 to 64, was " + connections);
        }
    }
}
