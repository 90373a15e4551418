package io.tallybook.ui.browser;

import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The demo's first package of adjustments, taken by two people from what came to the booked line. */
final class FirstPackage {
    static final String API = "/api/v1/adjustment-packages/denmark/1";
    private static final int MOST_LOOKS = 600;

    private FirstPackage() {}

    static void book(RunningDemo demo) throws IOException, InterruptedException {
        Api accountant = demo.as("accountant");
        accountant.post(
                API + "/prepare", Map.of("booking", "RESTATED", "ground", "NONE", "reason", "the second publication"));
        JsonNode offered = await(accountant, "OFFERED");
        demo.as("approver-one")
                .post(
                        API + "/approve",
                        Map.of(
                                "previewHash",
                                offered.at("/adjustments/previewHash").asString(),
                                "reason",
                                "seen against the publication"));
        await(accountant, "BOOKED");
    }

    private static JsonNode await(Api api, String state) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode found = api.get(API);
            if (found.at("/adjustments/state").asString().equals(state)) {
                return found;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the package never came to be " + state + ": " + api.get(API));
    }
}
