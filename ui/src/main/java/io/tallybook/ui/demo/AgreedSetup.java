package io.tallybook.ui.demo;

import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Configuration over the public API: one person proposes it, another approves it, and then it is awaited. */
public final class AgreedSetup {
    private static final int MOST_LOOKS = 3_000;
    private static final int LOOK_EVERY_MS = 100;

    private final Api engineer;
    private final Api approver;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    public AgreedSetup(Api engineer, Api approver) {
        this.engineer = engineer;
        this.approver = approver;
    }

    /** A row of the set-up workbook, its cells in the order of the sheet's headings. */
    public AgreedSetup row(SetupSheet sheet, Object... cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            named.put(sheet.headings().get(i).name(), String.valueOf(cells[i]));
        }
        rows.add(Map.of("sheet", sheet.title(), "cells", named));
        return this;
    }

    /** @throws ApiRefused when it is not proposed, not approved, or a rule refuses a row of it */
    public void agree(String reason) {
        JsonNode proposed = engineer.post("/api/v1/changes", Map.of("reason", reason, "rows", List.copyOf(rows)));
        rows.clear();
        if (proposed.path("change").isNull()) {
            return;
        }
        String path = "/api/v1/changes/" + proposed.get("change").asString();
        approver.post(
                path + "/approve", Map.of("content", proposed.get("content").asString()));
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode change = engineer.get(path).get("change");
            switch (change.get("state").asString()) {
                case "IN_FORCE" -> {
                    return;
                }
                case "PROPOSED", "APPROVED" -> rest();
                default ->
                    throw new ApiRefused(
                            409, "change-refused", change.get("named").toString());
            }
        }
        throw new ApiRefused(504, "change-awaited", "The change " + path + " is not in force after minutes.");
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiRefused(0, "interrupted", "Interrupted while waiting for a change.");
        }
    }
}
