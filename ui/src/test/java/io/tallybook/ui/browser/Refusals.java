package io.tallybook.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/** What the program turns away, and how it says so. */
final class Refusals {
    private static final List<String> OPEN_TO_ALL = List.of("/sign-in", "/welcome");
    private static final String CLOSE = "/api/v1/closes/denmark/2024-11";
    private static final String APPROVALS = CLOSE + "/approvals";

    private Refusals() {}

    /** Without signing in there is nothing to read: the API says 401, a page leads to the sign-in. */
    static void ofStrangers(Wire stranger, List<Handler> handlers) throws IOException, InterruptedException {
        for (Handler handler : handlers) {
            String path = handler.toString().replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", "1");
            if (!handler.verbs().contains("GET") || OPEN_TO_ALL.contains(path)) {
                continue;
            }
            Wire.Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isEqualTo(handler.isApi() ? 401 : 302);
            assertThat(!handler.isApi() || answer.isProblem(401)).as(path).isTrue();
        }
    }

    /** Every kind of no is Problem Details with its own rule; a wrong field is pointed to. */
    static void byRule(Wire approver, Wire accountant) throws IOException, InterruptedException {
        String shown = packHash(approver.get(CLOSE).body().path("packHash").asString());
        String account = "{\"person\":\"x\",\"name\":\"x\",\"password\":\"x\",\"roles\":[]}";

        assertThat(approver.send("POST", APPROVALS, packHash("0".repeat(64)))).matches(answer -> answer.isProblem(409));
        problem(accountant.send("POST", APPROVALS, shown), 403, "role-missing");
        problem(accountant.send("PUT", "/api/v1/users/x", account), 403, "role-missing");
        problem(approver.send("POST", APPROVALS, shown, "If-Match", "\"0\""), 412, "stale");
        problem(approver.send("POST", APPROVALS, shown, "If-Match", "yesterday"), 422, "invalid");
        problem(approver.get("/api/v1/closes/denmark/1999-01"), 404, "not-found");
        problem(approver.get("/api/v1/nothing"), 404, "not-found");
        problem(approver.send("DELETE", "/api/v1/closes", ""), 405, "not-taken");
        Wire.Answer incomplete = approver.send("POST", APPROVALS, "{}");
        problem(incomplete, 422, "invalid");
        assertThat(incomplete.body().at("/errors/0/pointer").asString()).isEqualTo("/packHash");
    }

    private static String packHash(String hash) {
        return "{\"packHash\":\"" + hash + "\"}";
    }

    private static void problem(Wire.Answer answer, int status, String rule) {
        assertThat(answer)
                .matches(a -> a.isProblem(status))
                .extracting(Wire.Answer::rule)
                .isEqualTo(rule);
    }
}
