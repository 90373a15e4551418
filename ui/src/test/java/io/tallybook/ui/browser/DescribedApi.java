package io.tallybook.ui.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The program's own description of its API, held against the handlers it really has. */
record DescribedApi(JsonNode document) {

    /** What is missing of these handlers' operations: the operation itself, its summary, an answer, a problem. */
    List<String> lacking(List<Handler> handlers) {
        List<String> lacking = new ArrayList<>();
        for (Handler handler : handlers.stream().filter(Handler::isApi).toList()) {
            for (String verb : handler.verbs()) {
                JsonNode operation =
                        document.path("paths").path(handler.toString()).path(verb.toLowerCase(Locale.ROOT));
                lacking(operation).forEach(what -> lacking.add(verb + " " + handler + ": " + what));
            }
        }
        return lacking;
    }

    private static List<String> lacking(JsonNode operation) {
        if (operation.isMissingNode()) {
            return List.of("not described");
        }
        List<String> lacking = new ArrayList<>();
        if (operation.path("summary").asString("").isBlank()) {
            lacking.add("no summary");
        }
        if (operation.path("responses").propertyNames().stream().noneMatch(status -> status.startsWith("2"))) {
            lacking.add("no answer when all is well");
        }
        boolean problem = operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("4"))
                .anyMatch(response -> response.getValue().path("content").has("application/problem+json"));
        if (!problem) {
            lacking.add("no problem");
        }
        return lacking;
    }
}
