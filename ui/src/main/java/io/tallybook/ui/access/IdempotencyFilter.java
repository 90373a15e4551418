package io.tallybook.ui.access;

import io.tallybook.intake.Readings;
import io.tallybook.messages.Sha256;
import io.tallybook.ui.DiskFull;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Principal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A repeat with the same Idempotency-Key and body within 24 hours gets the answer the first one got; with another body it is
 * refused. Faults (5xx) and busy (429) are not remembered, so that they can be tried again; nor is a request that a crash cut
 * off: it holds its key for ten minutes only, and on a directory of its own not beyond the next start.
 */
class IdempotencyFilter extends OncePerRequestFilter {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration RUNNING = Duration.ofMinutes(10);
    private static final int BUSY = 429;
    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param alone no other program uses this database: what still runs there ran in one that was killed */
    IdempotencyFilter(JdbcClient jdbc, Clock clock, boolean alone) {
        this.jdbc = jdbc;
        this.clock = clock;
        if (alone) {
            jdbc.sql("delete from idempotency where status is null").update();
        }
    }

    private record Remembered(
            String bodyHash,
            @Nullable Integer status,
            @Nullable String mediaType,
            byte @Nullable [] body) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("Idempotency-Key") == null
                || request.getMethod().equals("GET")
                || String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        Principal person = request.getUserPrincipal();
        byte[] body = request.getInputStream().readNBytes(Readings.MAX_BYTES + 1);
        if (person == null || key.length() > LONGEST_KEY || body.length > Readings.MAX_BYTES) {
            problem(
                    response,
                    422,
                    "The Idempotency-Key is too long, or the body larger than " + (Readings.MAX_BYTES >> 20) + " MiB.");
            return;
        }
        String address = request.getRequestURI() + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
        String hash = Sha256.of(request.getMethod() + " " + address + " " + Sha256.of(body))
                .hex();
        boolean claimed;
        try {
            claimed = claim(person.getName(), key, hash);
        } catch (DataAccessException e) {
            if (!DiskFull.isBehind(e)) {
                throw e;
            }
            problem(response, 507, "The disk of the database is full; nothing was done.");
            return;
        }
        if (claimed) {
            first(new Replayable(request, body), response, chain, person.getName(), key);
        } else {
            again(response, person.getName(), key, hash);
        }
    }

    private boolean claim(String user, String key, String hash) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from idempotency where expires < ?").param(now).update();
        return jdbc.sql(
                                "insert into idempotency (user_id, key, body_hash, expires) values (?, ?, ?, ?) on conflict do nothing")
                        .params(user, key, hash, Timestamp.from(clock.instant().plus(RUNNING)))
                        .update()
                == 1;
    }

    private void first(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String user, String key)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        boolean keep = false;
        try {
            chain.doFilter(request, answer);
            keep = answer.getStatus() < 500 && answer.getStatus() != BUSY;
        } finally {
            if (keep) {
                jdbc.sql(
                                "update idempotency set status = ?, media_type = ?, response = ?, expires = ? where user_id = ? and key = ?")
                        .params(
                                answer.getStatus(),
                                String.valueOf(answer.getContentType()),
                                answer.getContentAsByteArray(),
                                Timestamp.from(clock.instant().plus(KEPT)),
                                user,
                                key)
                        .update();
            } else {
                jdbc.sql("delete from idempotency where user_id = ? and key = ?")
                        .params(user, key)
                        .update();
            }
        }
        answer.copyBodyToResponse();
    }

    private void again(HttpServletResponse response, String user, String key, String hash) throws IOException {
        Optional<Remembered> found = jdbc.sql(
                        "select body_hash, status, media_type, response from idempotency where user_id = ? and key = ?")
                .params(user, key)
                .query((row, n) ->
                        new Remembered(row.getString(1), (Integer) row.getObject(2), row.getString(3), row.getBytes(4)))
                .optional();
        if (found.isPresent() && !found.get().bodyHash().equals(hash)) {
            problem(response, 422, "This Idempotency-Key was used with another request.");
            return;
        }
        Integer status = found.map(Remembered::status).orElse(null);
        if (status == null) {
            response.setHeader("Retry-After", "2");
            problem(response, 409, "The first request with this Idempotency-Key is still running.");
            return;
        }
        response.setStatus(status);
        response.setContentType(found.get().mediaType());
        response.setHeader("Idempotency-Replayed", "true");
        byte[] body = found.get().body();
        response.getOutputStream().write(body == null ? new byte[0] : body);
    }

    private static void problem(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"urn:problem:idempotency-key\",\"title\":\"Idempotency-Key\",\"status\":" + status
                        + ",\"detail\":\"" + sentence + "\"}");
    }

    /** The request with its body read already. */
    private static final class Replayable extends HttpServletRequestWrapper {
        private final byte[] body;

        Replayable(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is read at once");
                }
            };
        }
    }
}
