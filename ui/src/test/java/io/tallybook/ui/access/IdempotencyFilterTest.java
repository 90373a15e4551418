package io.tallybook.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.Readings;
import io.tallybook.migrations.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that comes twice with one Idempotency-Key is carried out once. */
class IdempotencyFilterTest {
    private static final Instant NOW = Instant.parse("2024-11-01T06:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.app());
    private final List<String> carriedOut = new ArrayList<>();

    @Test
    void carriesARepeatOutOnceAndAnswersAsTheFirstTime() throws Exception {
        MockHttpServletResponse first = send("anna", "repeat", "{\"a\":1}", 201);
        MockHttpServletResponse second = send("anna", "repeat", "{\"a\":1}", 201);

        assertThat(carriedOut).containsExactly("{\"a\":1}");
        assertThat(second.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .isEqualTo("done {\"a\":1}");
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(second.getHeader("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesTheKeyWithAnotherBody() throws Exception {
        send("anna", "other-body", "{\"a\":1}", 201);

        assertThat(send("anna", "other-body", "{\"a\":2}", 201).getStatus()).isEqualTo(422);
        assertThat(carriedOut).hasSize(1);
    }

    @Test
    void refusesTheKeyForAnotherIdInTheAddress() throws Exception {
        MockHttpServletRequest first = new MockHttpServletRequest("POST", "/api/v1/dead-letters/exclusions");
        first.setQueryString("id=a");
        MockHttpServletRequest other = new MockHttpServletRequest("POST", "/api/v1/dead-letters/exclusions");
        other.setQueryString("id=b");
        assertThat(send(jdbc, first, "anna", "other-id", "{}", NOW, answering(200))
                        .getStatus())
                .isEqualTo(200);

        assertThat(send(jdbc, other, "anna", "other-id", "{}", NOW, answering(200))
                        .getStatus())
                .isEqualTo(422);
        assertThat(carriedOut).hasSize(1);
    }

    @Test
    void keepsThePersonsApart() throws Exception {
        send("anna", "apart", "{}", 201);

        assertThat(send("bob", "apart", "{}", 201).getStatus()).isEqualTo(201);
        assertThat(carriedOut).hasSize(2);
    }

    @Test
    void remembersARefusalAndNoFault() throws Exception {
        send("anna", "refused", "{}", 409);
        send("anna", "refused", "{}", 409);
        assertThat(carriedOut).hasSize(1);

        send("anna", "fault", "{}", 500);
        send("anna", "fault", "{}", 201);
        assertThat(carriedOut).hasSize(3);
    }

    @Test
    void saysThatTheFirstIsStillRunning() throws Exception {
        List<MockHttpServletResponse> meanwhile = new ArrayList<>();
        send("anna", "running", "{}", NOW, (request, response) -> meanwhile.add(send("anna", "running", "{}", 201)));

        assertThat(meanwhile).singleElement().satisfies(answer -> {
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getHeader("Retry-After")).isNotNull();
        });
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void forgetsAfterADay() throws Exception {
        send("anna", "a-day", "{}", NOW, answering(201));
        send("anna", "a-day", "{}", NOW.plus(Duration.ofHours(24)), answering(201));
        assertThat(carriedOut).hasSize(1);

        send("anna", "a-day", "{}", NOW.plus(Duration.ofHours(24)).plusMillis(1), answering(201));
        assertThat(carriedOut).hasSize(2);
    }

    @Test
    void takesABodyAsLargeAsABatchOfReadingsAndNoByteMore() throws Exception {
        String largest = "x".repeat(Readings.MAX_BYTES);

        assertThat(send("anna", "largest", largest, 201).getStatus()).isEqualTo(201);
        assertThat(send("anna", "too-large", largest + "x", 201)).satisfies(answer -> {
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("8 MiB");
        });
        assertThat(carriedOut).containsExactly(largest);
    }

    @Test
    void carriesNothingOutWhenTheDiskOfTheKeysIsFull() throws Exception {
        DataSource full = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("could not extend file", "53100");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };

        assertThat(send(JdbcClient.create(full), "anna", "full", "{}", NOW, answering(201))
                        .getStatus())
                .isEqualTo(507);
        assertThat(carriedOut).isEmpty();
    }

    @Test
    void letsARequestWithoutAKeyThrough() throws Exception {
        send("anna", null, "{}", 201);
        send("anna", null, "{}", 201);

        assertThat(carriedOut).hasSize(2);
    }

    private MockHttpServletResponse send(String person, @Nullable String key, String body, int status)
            throws ServletException, IOException {
        return send(person, key, body, NOW, answering(status));
    }

    private MockHttpServletResponse send(
            String person, @Nullable String key, String body, Instant at, FilterChain behind)
            throws ServletException, IOException {
        return send(jdbc, person, key, body, at, behind);
    }

    private static MockHttpServletResponse send(
            JdbcClient jdbc, String person, @Nullable String key, String body, Instant at, FilterChain behind)
            throws ServletException, IOException {
        return send(jdbc, new MockHttpServletRequest("POST", "/api/v1/anything"), person, key, body, at, behind);
    }

    private static MockHttpServletResponse send(
            JdbcClient jdbc,
            MockHttpServletRequest request,
            String person,
            @Nullable String key,
            String body,
            Instant at,
            FilterChain behind)
            throws ServletException, IOException {
        request.setUserPrincipal(() -> person);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        if (key != null) {
            request.addHeader("Idempotency-Key", key);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new IdempotencyFilter(jdbc, Clock.fixed(at, ZoneOffset.UTC), false).doFilter(request, response, behind);
        return response;
    }

    /** What stands behind the filter: it notes what it is given. */
    private FilterChain answering(int status) {
        return (request, response) -> {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            carriedOut.add(body);
            ((HttpServletResponse) response).setStatus(status);
            response.setContentType("text/plain");
            response.getWriter().write("done " + body);
        };
    }
}
