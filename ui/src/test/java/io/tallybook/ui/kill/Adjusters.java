package io.tallybook.ui.kill;

import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Three people with a locked month and the one after it: what came late is prepared, approved and booked in the open month, and
 * that month's flash accrual proposed, approved and posted. Or, first of all, the open month and the late publication.
 */
final class Adjusters extends Script {
    private static final String PACKAGE = "/api/v1/adjustment-packages/denmark/1";
    private static final String OPEN = "/api/v1/closes/denmark/2024-11";

    private final @Nullable Path publication;

    /** @param publication what is to come late, after the next month is opened; null when it has come */
    Adjusters(Child child, @Nullable Path publication) {
        super(child);
        this.publication = publication;
    }

    @Override
    void give(String address) throws IOException, InterruptedException {
        Api accountant = as(address, "accountant");
        if (publication != null) {
            accountant.post(OPEN, Map.of());
            as(address, "operator").importFile("energinet-gasflow", "energinet-gasflow", "second.json.gz", publication);
            await(
                    accountant,
                    "/api/v1/adjustment-packages",
                    page -> !page.get("rows").isEmpty());
            return;
        }
        Api approver = as(address, "approver-one");
        adjust(accountant, approver);
        accrue(accountant, approver, as(address, "approver-two"));
    }

    private void adjust(Api accountant, Api approver) throws InterruptedException {
        if (state(accountant.get(PACKAGE)).equals("COLLECTING")) {
            told(accountant.post(
                    PACKAGE + "/prepare",
                    Map.of("booking", "RESTATED", "ground", "NONE", "reason", "the second publication")));
        }
        JsonNode shown = await(
                accountant,
                PACKAGE,
                found -> Set.of("OFFERED", "APPROVED", "BOOKED").contains(state(found)));
        if (state(shown).equals("OFFERED")) {
            told(approver.post(
                    PACKAGE + "/approve",
                    Map.of(
                            "previewHash",
                            shown.at("/adjustments/previewHash").asString(),
                            "reason",
                            "seen against the publication")));
        }
        await(accountant, PACKAGE, found -> state(found).equals("BOOKED"));
        await(accountant, OPEN + "/journals/PPA/1", journal -> isIn(journal, "POSTED"));
    }

    private void accrue(Api accountant, Api first, Api second) throws InterruptedException {
        if (accountant.get(OPEN + "/accruals").isEmpty()) {
            told(accountant.post(OPEN + "/accruals", Map.of("note", "before the group reports")));
        }
        for (Api approver : new Api[] {first, second}) {
            JsonNode accrual = await(approver, OPEN + "/accruals", found -> !found.isEmpty())
                    .get(0)
                    .get("accrual");
            if (accrual.get("state").asString().equals("PROPOSED") && !hasApproved(accrual, approver)) {
                told(approver.post(
                        OPEN + "/accruals/1/approve",
                        Map.of("contentHash", accrual.get("contentHash").asString())));
            }
        }
        // posted, and taken back in the next period at once
        await(accountant, OPEN + "/journals/FLASH/1", journal -> isIn(journal, "REVERSED"));
    }

    private static boolean hasApproved(JsonNode accrual, Api approver) {
        String person = approver.get("/api/v1/me").get("person").asString();
        return accrual.get("approvals")
                .valueStream()
                .anyMatch(approval -> approval.get("by").asString().equals(person));
    }

    private static String state(JsonNode found) {
        return found.at("/adjustments/state").asString();
    }

    private static boolean isIn(JsonNode journal, String state) {
        return journal.get("state").asString().equals(state);
    }
}
