package io.tallybook.ui.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds to every operation of the description the problems it may answer with, as RFC 9457 Problem Details. */
final class ApiProblems {
    private static final String SCHEMA = "Problem";
    private static final Set<String> OPEN_TO_ALL = Set.of("/api/v1/tokens", "/api/v1/first-admin");

    private final OpenAPI document;

    ApiProblems(OpenAPI document) {
        this.document = document;
    }

    private enum Kind {
        NOT_SIGNED_IN(401, "not-signed-in", "Not signed in, or signed out since."),
        NOT_ALLOWED(403, "not-allowed", "Only an accountant may do this."),
        NOT_FOUND(404, "not-found", "There is no close denmark/2031-01."),
        REFUSED(409, "stale-pack", "The figures changed since this pack was shown."),
        STALE(412, "stale", "Somebody changed it since you looked; look again."),
        INVALID(422, "invalid", "a period is written 2024-10, not 'October'"),
        BUSY(503, "busy", "The queue is full; try again in two seconds."),
        FULL(507, "storage-full", "The disk is full; nothing was written."),
        FAULT(500, "fault", "Something went wrong here, not with you. Tell the operator the trace id.");

        private final int status;
        private final String rule;
        private final String sentence;

        Kind(int status, String rule, String sentence) {
            this.status = status;
            this.rule = rule;
            this.sentence = sentence;
        }
    }

    void addToAll() {
        document.getComponents().addSchemas(SCHEMA, schema());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> kinds(path, method, operation)
                                .forEach(kind -> operation
                                        .getResponses()
                                        .addApiResponse(String.valueOf(kind.status), response(kind)))));
    }

    private static List<Kind> kinds(String path, HttpMethod method, Operation operation) {
        if (OPEN_TO_ALL.contains(path)) {
            return List.of(Kind.NOT_SIGNED_IN, Kind.INVALID, Kind.FAULT);
        }
        if (method != HttpMethod.GET) {
            return List.of(Kind.values());
        }
        boolean asks = operation.getParameters() != null;
        return asks
                ? List.of(Kind.NOT_SIGNED_IN, Kind.NOT_FOUND, Kind.INVALID, Kind.FAULT)
                : List.of(Kind.NOT_SIGNED_IN, Kind.FAULT);
    }

    private static ApiResponse response(Kind kind) {
        return new ApiResponse()
                .description(kind.sentence)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA))
                                        .example(example(kind))));
    }

    private static Map<String, Object> example(Kind kind) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:problem:" + kind.rule);
        problem.put("title", kind.rule.replace('-', ' '));
        problem.put("status", kind.status);
        problem.put("detail", kind.sentence);
        problem.put("traceId", "7b0f1f0e-6c1c-4f3a-9c59-0f6f1e1d9a55");
        if (kind == Kind.INVALID) {
            problem.put("errors", List.of(Map.of("pointer", "", "detail", kind.sentence)));
        }
        return problem;
    }

    private static Schema<?> schema() {
        return object().description("RFC 9457 Problem Details")
                .addProperty("type", text("urn:problem: and the rule that said no"))
                .addProperty("title", text("The rule in words"))
                .addProperty("status", new Schema<>().types(Set.of("integer")))
                .addProperty("detail", text("What is wrong and what to do, for people"))
                .addProperty("traceId", text("Names this answer in the server's log"))
                .addProperty("outcome", text("The command door's outcome, for orders"))
                .addProperty("evidence", object().description("What the rule saw, for orders"))
                .addProperty(
                        "errors",
                        new Schema<>()
                                .types(Set.of("array"))
                                .items(object().addProperty("pointer", text("JSON pointer into the body"))
                                        .addProperty("parameter", text("Name of the parameter, when it is one"))
                                        .addProperty("detail", text("What is wrong there"))));
    }

    private static Schema<?> object() {
        return new Schema<>().types(Set.of("object"));
    }

    private static Schema<?> text(String description) {
        return new Schema<>().types(Set.of("string")).description(description);
    }
}
