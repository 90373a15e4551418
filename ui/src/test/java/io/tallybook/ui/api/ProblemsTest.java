package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.query.deadletter.DeadLetterStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked wrongly, is not there or cannot be done comes back as a problem that names it. */
class ProblemsTest {
    private final MockMvc api = MockMvcBuilders.standaloneSetup(new Asked())
            .setControllerAdvice(new Problems())
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /runs/1?id=a&status=foo         | status | OPEN, EXCLUDED, REPLACED
            /runs/x?id=a                    | run    | a whole number
            /runs/99999999999?id=a          | run    | a whole number
            /runs/1?id=a&position=1.5       | position | a whole number
            /runs/1?id=a&day=2024-02-30     | day    | a date such as 2024-10-10
            /runs/1?id=a&from=yesterday     | from   | a time such as 2024-11-05T09:00:00Z
            /runs/1                         | id     | has to be there
            """)
    void namesAParameterThatIsNotWhatItTakes(String path, String parameter, String takes) throws Exception {
        JsonNode problem = problem(path, 422);

        assertThat(problem.get("type").asString()).isEqualTo("urn:problem:invalid");
        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("detail").asString())
                .isEqualTo(problem.at("/errors/0/detail").asString())
                .startsWith(parameter + " ")
                .contains(takes);
        assertThat(problem.hasNonNull("traceId")).isTrue();
    }

    @Test
    void namesWhatIsNotThere() throws Exception {
        assertThat(problem("/closes/dk/2031-01", 404).get("detail").asString())
                .isEqualTo("There is no close dk/2031-01.");
    }

    @ParameterizedTest
    @CsvSource({"/full", "/full/wrapped", "/full/database"})
    void saysThatTheDiskIsFullHoweverDeepItStands(String path) throws Exception {
        assertThat(problem(path, 507).get("type").asString()).isEqualTo("urn:problem:storage-full");
    }

    @Test
    void anythingElseIsAFault() throws Exception {
        assertThat(problem("/broken", 500).get("detail").asString()).doesNotContain("secret");
    }

    private JsonNode problem(String path, int status) throws Exception {
        MockHttpServletResponse answer =
                api.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.getContentAsString());
    }

    @RestController
    static class Asked {
        @GetMapping("/runs/{run}")
        String run(
                @PathVariable int run,
                @RequestParam String id,
                @RequestParam @Nullable DeadLetterStatus status,
                @RequestParam @Nullable Long position,
                @RequestParam @Nullable LocalDate day,
                @RequestParam @Nullable Instant from) {
            return "";
        }

        @GetMapping("/closes/{group}/{period}")
        String close(@PathVariable String group, @PathVariable String period) {
            return Found.there(
                    Optional.empty(), "close", Found.close(group, period).value());
        }

        @GetMapping("/full")
        void full() throws IOException {
            throw noSpace();
        }

        @GetMapping("/full/wrapped")
        void wrapped() {
            throw new IllegalStateException("not stored", new UncheckedIOException(noSpace()));
        }

        @GetMapping("/full/database")
        void database() {
            throw new IllegalStateException("not written", new java.sql.SQLException("could not extend file", "53100"));
        }

        @GetMapping("/broken")
        void broken() {
            throw new IllegalStateException("secret", new IOException("secret"));
        }

        private static IOException noSpace() {
            return new java.nio.file.FileSystemException("objects", null, "No space left on device");
        }
    }
}
