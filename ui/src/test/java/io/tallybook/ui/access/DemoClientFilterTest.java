package io.tallybook.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.migrations.TestDatabase;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The demo's script names itself, and only a demo listens. */
class DemoClientFilterTest {
    private final Installation installation =
            new Installation(JdbcClient.create(TestDatabase.fresh().app()));

    @ParameterizedTest
    @CsvSource({"demo, demo-script, 200", "books, demo-script, 403", "books, web, 200", "books, , 200"})
    void acceptsTheDemosScriptInADemoAndNowhereElse(String kind, @Nullable String client, int status) throws Exception {
        installation.mark(kind);

        assertThat(send(client).getStatus()).isEqualTo(status);
    }

    @Test
    void refusesItBeforeTheInstallationIsMarked() throws Exception {
        assertThat(send(DemoClientFilter.SCRIPT).getStatus()).isEqualTo(403);
    }

    @Test
    void aMarkStays() throws Exception {
        installation.mark("books");
        installation.mark("demo");

        assertThat(send(DemoClientFilter.SCRIPT).getStatus()).isEqualTo(403);
    }

    private MockHttpServletResponse send(@Nullable String client) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/periods");
        if (client != null) {
            request.addHeader("X-Client", client);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain behind = new MockFilterChain();
        new DemoClientFilter(installation).doFilter(request, response, behind);
        assertThat(behind.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response;
    }
}
