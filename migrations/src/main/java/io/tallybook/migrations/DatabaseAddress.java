package io.tallybook.migrations;

/**
 * Where the database is and who does what there.
 *
 * @param url JDBC URL without user and password
 * @param owner owns the schema; used by Flyway only
 * @param app the application: may add to the log, never change it
 */
public record DatabaseAddress(String url, Login owner, Login app) {}
