package io.tallybook.eventlog;

import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lays a log in memory over the log as it stands now, with every process where it stands now: what if? */
public final class Overlays {
    private final LogReader log;
    private final DataSource database;
    private final TransactionTemplate oneLook;
    private final Serializer serializer;
    private final AggregateClasses aggregates;
    private final Surroundings surroundings;

    /** What an overlay shares with the house. */
    record Surroundings(EventMetadata metadata, Clock clock, Headroom headroom) {}

    Overlays(
            LogReader log,
            DataSource database,
            PlatformTransactionManager transactions,
            Serializer serializer,
            AggregateClasses aggregates,
            Surroundings surroundings) {
        this.log = log;
        this.database = new TransactionAwareDataSourceProxy(database);
        this.oneLook = new TransactionTemplate(transactions);
        this.oneLook.setReadOnly(true);
        this.oneLook.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.serializer = serializer;
        this.aggregates = aggregates;
        this.surroundings = surroundings;
    }

    /** An overlay that takes orders and gives none to anybody yet. */
    public Overlay open() {
        Standing standing = Objects.requireNonNull(
                oneLook.execute(status -> Standing.read(DSL.using(database, SQLDialect.POSTGRES), serializer)));
        return new Overlay(new OverlayLog(log, standing.head()), standing, aggregates, surroundings);
    }
}
