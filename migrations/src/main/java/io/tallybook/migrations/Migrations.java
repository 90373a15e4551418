package io.tallybook.migrations;

import org.flywaydb.core.Flyway;

/** Brings a database to the schema this version of the program needs. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing, as role {@code owner}; the role {@code app} must exist.
     *
     * @return how many files were applied
     */
    public static int migrate(String url, Login owner) {
        return Flyway.configure()
                .dataSource(url, owner.user(), owner.password())
                .loggers("slf4j")
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    public static int migrate(DatabaseAddress database) {
        return migrate(database.url(), database.owner());
    }
}
