package io.tallybook.ui.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this database is for: real books, or a demo, marked once when it is first used. */
@Component
public class Installation {
    private final JdbcClient jdbc;

    Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code books} or {@code demo}; empty before the first use. */
    public Optional<String> kind() {
        return jdbc.sql("select kind from installation").query(String.class).optional();
    }

    public boolean isDemo() {
        return kind().filter("demo"::equals).isPresent();
    }

    /** Marks a fresh database; keeps the mark of a used one. */
    public void mark(String kind) {
        jdbc.sql("insert into installation (kind) values (?) on conflict do nothing")
                .param(kind)
                .update();
    }
}
