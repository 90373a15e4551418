package io.tallybook.ui.access;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens of CLI and API: 256 random bits, kept only as their SHA-256, good for twelve hours. */
@Component
public class Tokens {
    static final Duration LIFE = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token, shown once. */
    public record Issued(String token, Instant expiresAt) {}

    public Issued issue(UserId user) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = "tb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant until = clock.instant().plus(LIFE);
        jdbc.sql("delete from access_token where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into access_token (token_hash, user_id, expires_at) values (?, ?, ?)")
                .params(Sha256.of(token).hex(), user.value(), Timestamp.from(until))
                .update();
        return new Issued(token, until);
    }

    Optional<UserId> user(String token) {
        return jdbc.sql("select user_id from access_token where token_hash = ? and expires_at > ?")
                .params(Sha256.of(token).hex(), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(UserId::new);
    }

    void revoke(String token) {
        jdbc.sql("delete from access_token where token_hash = ?")
                .param(Sha256.of(token).hex())
                .update();
    }

    /** Signs every CLI and API client out. */
    public void revokeAll() {
        jdbc.sql("delete from access_token").update();
    }
}
