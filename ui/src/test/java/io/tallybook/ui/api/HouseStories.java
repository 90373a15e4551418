package io.tallybook.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ui.browser.StaleLock;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Who may do what, the set-up, sources and working papers, told by the requests of the docs. */
final class HouseStories {
    private static final List<String> PROPOSALS = List.of(
            "PUT /networks/{id}",
            "PUT /areas/{id}",
            "PUT /points/{id}",
            "PUT /shippers/{id}",
            "PUT /contracts/{id}",
            "PUT /account-maps/{id}",
            "PUT /price-series/{id}",
            "PUT /calendars/{group}",
            "PUT /calendars/{group}/holidays/{year}",
            "PUT /calendars/{group}/terms",
            "PUT /calendars/{group}/variance-thresholds",
            "PUT /cash-out-tables/{id}",
            "PUT /variances/{contract}/{period}/budget",
            "PUT /variances/{contract}/{period}/heating-values/{point}");

    /** What would move the months of the other stories, and a calendar for a group that has one. */
    private static final Set<String> REJECTED =
            Set.of("PUT /shippers/{id}", "PUT /contracts/{id}", "PUT /account-maps/{id}", "PUT /calendars/{group}");

    private final SentRequests docs;

    HouseStories(SentRequests docs) {
        this.docs = docs;
    }

    void aProgramIsGivenATokenAndLosesIt() throws Exception {
        JsonNode signedIn = docs.send("POST /tokens", "{{password}}", docs.password("accountant"));
        assertThat(signedIn.get("token").asString()).isNotBlank();
        docs.send("POST /me/tokens");
        JsonNode token = docs.as("operator")
                .get("/api/v1/me/tokens")
                .valueStream()
                .filter(each -> each.get("name").asString().equals("historian"))
                .findFirst()
                .orElseThrow();
        docs.send("DELETE /me/tokens/{id}", "{{id}}", token.get("id").asString());
        assertThat(docs.as("operator").get("/api/v1/me/tokens").toString()).doesNotContain("historian");
    }

    void whatANodeLeftBehindIsCleared() throws Exception {
        StaleLock.isLeftBehind(docs.directory());
        docs.send("POST /processing/claims/clearance", "processor/process-month-end-close/0", StaleLock.LEFT);
        assertThat(docs.as("admin").get("/api/v1/processing/claims").toString()).doesNotContain("node-9");
    }

    /** While there is one Admin, what they grant holds; from the second on another approves. */
    void aSecondAdminApprovesWhatTheFirstGrants() throws Exception {
        docs.send("PUT /users/{user}", "anna", "ada", "ACCOUNTANT", "ADMIN");
        docs.as("ada", "chosen for her 12");
        docs.send("PUT /users/{user}");
        docs.sendAs("ada", "POST /users/{user}/approve");
        assertThat(roles("anna")).isEqualTo("[\"ACCOUNTANT\"]");
        docs.send("DELETE /users/{user}/grant");
        assertThat(roles("anna")).isEqualTo("[]");
    }

    private String roles(String user) throws Exception {
        return docs.read("/users")
                .valueStream()
                .filter(each -> each.get("user").asString().equals(user))
                .map(each -> each.get("roles").toString())
                .findFirst()
                .orElseThrow();
    }

    void aRightIsLentAndTakenBack() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        docs.send(
                "POST /delegations/{group}",
                "{{from}}",
                now.minusSeconds(60).toString(),
                "{{until}}",
                now.plusSeconds(3600).toString());
        docs.send("POST /delegations/{group}/{number}/revocation");
    }

    void whatOneProposesAnotherRejectsOrApproves() throws Exception {
        for (String operation : PROPOSALS) {
            JsonNode proposed = docs.send(operation);
            assertThat(proposed.get("outcome").asString()).as(operation).isEqualTo("PROPOSED");
            if (REJECTED.contains(operation)) {
                docs.send(
                        "POST /changes/{change}/reject",
                        "{{change}}",
                        proposed.get("change").asString());
            } else {
                agree(proposed);
            }
        }
        agree(docs.send("POST /changes"));
        assertThat(docs.read("/shippers/fjord-energy").toString()).contains("Fjord Energy");
        docs.send("POST /setup/workbook", docs.as("engineer").bytes("/api/v1/setup/workbook"));
        docs.send("PUT /nominations/{contract}/{point}/{period}");
    }

    /** Approves what was proposed and waits until it holds. */
    void agree(JsonNode proposed) throws Exception {
        String change = proposed.get("change").asString();
        docs.send(
                "POST /changes/{change}/approve",
                "{{change}}",
                change,
                "{{content}}",
                proposed.get("content").asString());
        docs.await("/changes/" + change, it -> it.at("/change/state").asString().equals("IN_FORCE"));
    }

    void aSourceIsDefinedPausedResumedAndPulled() throws Exception {
        Files.createDirectories(docs.directory().resolve("sources/tank-farm"));
        docs.send("PUT /sources/{source}");
        docs.send("POST /sources/{source}/pulls");
        docs.send("POST /sources/{source}/pause");
        docs.send("POST /sources/{source}/resume");
    }

    void aMissingDayIsEstimatedAcceptedByAnotherAndTakenBack() throws Exception {
        JsonNode shown = docs.send("POST /meter-months/{point}/{period}/estimates/preview");
        assertThat(shown.get("figures")).hasSize(2);
        docs.send("POST /meter-months/{point}/{period}/estimates");
        docs.send("POST /meter-months/{point}/{period}/estimates/{number}/acceptance");
        docs.send("POST /meter-months/{point}/{period}/estimates/{number}/withdrawal");
    }

    void aReviewPointIsAnsweredSentBackSettledAndClosed() throws Exception {
        String note = "/closes/{group}/{period}/notes";
        docs.send("POST " + note);
        docs.send("POST " + note + "/{note}/answers");
        docs.send("POST " + note + "/{note}/assignments");
        docs.send("POST " + note + "/{note}/resolution");
        docs.send("POST " + note + "/{note}/returns");
        docs.send("POST " + note + "/{note}/resolution");
        docs.send("POST " + note + "/{note}/closing");
        docs.send("POST /closes/{group}/{period}/evidence");
        docs.send("POST /closes/{group}/{period}/evidence/{evidence}/withdrawal");
    }

    void aSoftLockIsMovedAndSomebodyLetBehindItForAWhile() throws Exception {
        docs.send("PUT /calendars/{group}/soft-locks");
        docs.send("POST /calendars/{group}/lock-exceptions");
        docs.send("POST /calendars/{group}/lock-exceptions/{number}/end");
    }
}
