package io.tallybook.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.UserId;
import io.tallybook.migrations.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class TokensTest {
    private static final UserId ANNA = new UserId("anna");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().app());

    @BeforeEach
    void anAccount() {
        new Identities(jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder(), Clock.systemUTC())
                .put(ANNA, new PersonId("anna"), "Anna", "chosen by herself 1");
    }

    @Test
    void livesForItsDaysAndNotASecondLonger() {
        Tokens.Issued issued = at(NOW).issue(ANNA, "nightly report", TokenScope.READ, 30);

        assertThat(issued.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(at(issued.expiresAt().minusSeconds(1)).bearer(issued.token()))
                .hasValue(new Tokens.Bearer(ANNA, TokenScope.READ));
        assertThat(at(issued.expiresAt()).bearer(issued.token())).isEmpty();
        assertThat(at(NOW).bearer("tb_another")).isEmpty();
    }

    @Test
    void isListedWithoutItsBitsAndSaysWhenItWasUsed() {
        Tokens.Issued issued = at(NOW).issue(ANNA, "historian", TokenScope.IMPORT, 1);
        assertThat(at(NOW).of(ANNA)).singleElement().satisfies(listed -> {
            assertThat(listed.name()).isEqualTo("historian");
            assertThat(listed.scope()).isEqualTo(TokenScope.IMPORT);
            assertThat(listed.lastUsedAt()).isNull();
            assertThat(listed.toString()).doesNotContain(issued.token());
        });

        at(NOW.plusSeconds(60)).bearer(issued.token());

        assertThat(at(NOW.plusSeconds(61)).of(ANNA).getFirst().lastUsedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void isRevokedByItsOwnerAlone() {
        Tokens.Issued issued = at(NOW).issue(ANNA, "historian", TokenScope.IMPORT, 1);
        String id = at(NOW).of(ANNA).getFirst().id();

        assertThat(at(NOW).revoke(new UserId("bob"), id)).isFalse();
        assertThat(at(NOW).bearer(issued.token())).isPresent();
        assertThat(at(NOW).revoke(ANNA, id)).isTrue();
        assertThat(at(NOW).bearer(issued.token())).isEmpty();
    }

    @Test
    void keepsToItsLimits() {
        assertThatThrownBy(() -> at(NOW).issue(ANNA, " ", TokenScope.READ, 1))
                .hasMessageContaining("1 to 80 characters");
        assertThatThrownBy(() -> at(NOW).issue(ANNA, "x", TokenScope.READ, 0)).hasMessageContaining("1 to 366 days");
        assertThatThrownBy(() -> at(NOW).issue(ANNA, "x", TokenScope.READ, 367)).hasMessageContaining("1 to 366 days");
        for (int i = 0; i < Tokens.MOST_NAMED; i++) {
            at(NOW).issue(ANNA, "x" + i, TokenScope.READ, 366);
        }
        assertThatThrownBy(() -> at(NOW).issue(ANNA, "x", TokenScope.READ, 1)).hasMessageContaining("at most 50");
        assertThat(at(NOW).issue(ANNA).token())
                .as("signing in is always possible")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "READ, GET, /api/v1/closes, true",
        "READ, POST, /api/v1/readings, false",
        "READ, DELETE, /api/v1/me/tokens/1, false",
        "IMPORT, GET, /api/v1/closes, true",
        "IMPORT, POST, /api/v1/readings, true",
        "IMPORT, POST, /api/v1/imports, true",
        "IMPORT, POST, /api/v1/imports/../changes, false",
        "IMPORT, POST, /api/v1/me/tokens, false",
        "IMPORT, PUT, /api/v1/readings, false",
        "ALL, POST, /api/v1/me/tokens, true"
    })
    void mayDoWhatItsScopeSays(TokenScope scope, String method, String path, boolean may) {
        assertThat(scope.allows(new MockHttpServletRequest(method, path))).isEqualTo(may);
    }

    private Tokens at(Instant now) {
        return new Tokens(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }
}
