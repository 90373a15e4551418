package io.tallybook.migrations;

/** A database user with its password, which never appears in text. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
