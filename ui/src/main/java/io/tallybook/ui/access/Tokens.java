package io.tallybook.ui.access;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens of CLI and API: 256 random bits, kept only as their SHA-256, with a scope and an end. */
@Component
public class Tokens {
    static final Duration LIFE = Duration.ofHours(12);
    /** How long a token may live that its owner names. */
    public static final int MOST_DAYS = 366;

    static final int MOST_NAMED = 50;
    private static final int LONGEST_NAME = 80;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token, shown once. */
    public record Issued(String token, Instant expiresAt) {}

    /** A token as its owner sees it, without its bits. {@code name} is empty for one of signing in. */
    public record Listed(
            String id,
            String name,
            TokenScope scope,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** Whose a token is, and what it may do. */
    record Bearer(UserId user, TokenScope scope) {}

    /** A token of signing in: whatever the person may, for twelve hours. */
    public Issued issue(UserId user) {
        return issue(user, "", TokenScope.ALL, clock.instant().plus(LIFE));
    }

    /**
     * A token for a program, named by its owner.
     *
     * @param days how long it lives, 1 to 366
     */
    public Issued issue(UserId user, String name, TokenScope scope, int days) {
        Invalid.unless(!name.isBlank() && name.length() <= LONGEST_NAME, "a token's name has 1 to 80 characters");
        Invalid.unless(days >= 1 && days <= MOST_DAYS, "a token lives 1 to " + MOST_DAYS + " days");
        long named = of(user).stream().filter(token -> !token.name().isEmpty()).count();
        Invalid.unless(named < MOST_NAMED, "an account has at most " + MOST_NAMED + " tokens; revoke one first");
        return issue(user, name.strip(), scope, clock.instant().plus(Duration.ofDays(days)));
    }

    private Issued issue(UserId user, String name, TokenScope scope, Instant until) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = "tb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Sha256 hash = Sha256.of(token);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from access_token where expires_at < ?").param(now).update();
        jdbc.sql("""
                        insert into access_token (token_hash, user_id, expires_at, id, name, scope, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(hash.hex(), user.value(), Timestamp.from(until), hash.brief(), name, scope.name(), now)
                .update();
        return new Issued(token, until);
    }

    Optional<Bearer> bearer(String token) {
        String hash = Sha256.of(token).hex();
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Bearer> bearer = jdbc.sql(
                        "select user_id, scope from access_token where token_hash = ? and expires_at > ?")
                .params(hash, now)
                .query((row, n) -> new Bearer(new UserId(row.getString(1)), TokenScope.valueOf(row.getString(2))))
                .optional();
        // to the hour: who reviews access wants to know that it is used, not every second of it
        bearer.ifPresent(found -> jdbc.sql("""
                        update access_token set last_used_at = ?
                        where token_hash = ? and (last_used_at is null or last_used_at < ?)""")
                .params(now, hash, Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update());
        return bearer;
    }

    /** The account's tokens that still live, newest first. */
    public List<Listed> of(UserId user) {
        return jdbc.sql("""
                        select id, name, scope, created_at, expires_at, last_used_at from access_token
                        where user_id = ? and expires_at > ? order by created_at desc, id""")
                .params(user.value(), Timestamp.from(clock.instant()))
                .query((row, n) -> new Listed(
                        row.getString(1),
                        row.getString(2),
                        TokenScope.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6) == null ? null : row.getTimestamp(6).toInstant()))
                .list();
    }

    /** Ends one token of the account; false when it has no such token. */
    public boolean revoke(UserId user, String id) {
        return jdbc.sql("delete from access_token where user_id = ? and id = ?")
                        .params(user.value(), id)
                        .update()
                > 0;
    }

    /** Signs every CLI and API client out. */
    public void revokeAll() {
        jdbc.sql("delete from access_token").update();
    }
}
