package io.tallybook.eventlog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The connections of the log itself. Processors hold one of the application's connections while they wait for a command; did
 * the command need one of the same pool, enough waiting processors would stop each other.
 */
record LogConnections(DataSource source, boolean own) implements AutoCloseable {
    static LogConnections of(DataSource application, int size) {
        try {
            if (!application.isWrapperFor(HikariDataSource.class)) {
                return new LogConnections(application, false);
            }
            HikariConfig config = new HikariConfig();
            application.unwrap(HikariDataSource.class).copyStateTo(config);
            config.setPoolName("log");
            config.setMaximumPoolSize(size);
            config.setMinimumIdle(1);
            config.setMetricRegistry(null);
            config.setMetricsTrackerFactory(null);
            return new LogConnections(new HikariDataSource(config), true);
        } catch (SQLException e) {
            throw new IllegalStateException("the connections of the log cannot be opened", e);
        }
    }

    @Override
    public void close() {
        if (own && source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
