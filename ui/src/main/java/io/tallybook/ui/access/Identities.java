package io.tallybook.ui.access;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The identity table: names and password hashes. What an account may do is in the log. */
@Component
public class Identities {
    static final int MOST_FAILURES = 10;
    static final Duration LOCKOUT = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Identities(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    record Identity(UserId user, PersonId person, String name, String passwordHash, boolean locked) {}

    Optional<Identity> find(UserId user) {
        return jdbc.sql("select person_id, name, password_hash, locked_until from identity where user_id = ?")
                .param(user.value())
                .query((row, n) -> new Identity(
                        user,
                        new PersonId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4) != null
                                && row.getTimestamp(4).toInstant().isAfter(clock.instant())))
                .optional();
    }

    /** @throws Invalid when {@link #put} would not take the name or the password */
    public static void check(String name, String password) {
        Invalid.unless(!name.isBlank() && name.length() <= LONGEST_NAME, "a name has 1 to 80 characters");
        Passwords.check(password);
    }

    /** Makes or renames an account and sets its password; signs its tokens out. */
    public void put(UserId user, PersonId person, String name, String password) {
        check(name, password);
        jdbc.sql("""
                        insert into identity (user_id, person_id, name, password_hash) values (?, ?, ?, ?)
                        on conflict (user_id) do update set person_id = excluded.person_id, name = excluded.name,
                          password_hash = excluded.password_hash, failed_logins = 0, locked_until = null""")
                .params(user.value(), person.value(), name, passwords.encode(password))
                .update();
        jdbc.sql("delete from access_token where user_id = ?")
                .param(user.value())
                .update();
    }

    /** Every account by user id. */
    List<UserId> users() {
        return jdbc.sql("select user_id from identity order by user_id")
                .query((row, n) -> new UserId(row.getString(1)))
                .list();
    }

    public boolean has(UserId user) {
        return find(user).isPresent();
    }

    /** Display names by user id and by person id. */
    public Map<String, String> names() {
        return jdbc
                .sql("select person_id, name from identity order by user_id desc")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b));
    }

    public boolean none() {
        return jdbc.sql("select not exists (select 1 from identity)")
                .query(Boolean.class)
                .single();
    }

    void failed(UserId user) {
        Instant until = clock.instant().plus(LOCKOUT);
        jdbc.sql("""
                        update identity set
                          locked_until = case when failed_logins + 1 >= ? then ? else locked_until end,
                          failed_logins = case when failed_logins + 1 >= ? then 0 else failed_logins + 1 end
                        where user_id = ?""")
                .params(MOST_FAILURES, Timestamp.from(until), MOST_FAILURES, user.value())
                .update();
    }

    void succeeded(UserId user) {
        jdbc.sql("update identity set failed_logins = 0, locked_until = null where user_id = ? and failed_logins > 0")
                .param(user.value())
                .update();
    }
}
