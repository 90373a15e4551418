package io.tallybook.ui.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Adds to every operation of the description the problems it may answer with, as RFC 9457 Problem Details: of an order each rule
 * that refuses it and who may give it.
 */
final class ApiProblems {
    private static final String SCHEMA = "Problem";
    private static final String SIGN_IN = "/api/v1/tokens";
    private static final String FIRST_ADMIN = "/api/v1/first-admin";
    /** Nobody is there yet, so no order of a person: these rules are before it. */
    private static final Map<String, String> NO_FIRST_ADMIN = Map.of(
            "first-admin-exists", "This installation has its first Admin already; sign in instead.",
            "code-not-right", "The code is not right. Restart Tallybook to get a new one.");

    private final OpenAPI document;

    ApiProblems(OpenAPI document) {
        this.document = document;
    }

    private enum Kind {
        NOT_SIGNED_IN(401, "not-signed-in", "Not signed in, or signed out since."),
        NOT_ALLOWED(403, "role-missing", "Your roles do not allow this."),
        NOT_FOUND(404, "not-found", "There is no close denmark/2031-01."),
        REFUSED(409, "refused", "A rule said no."),
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
                                        .addApiResponse(
                                                String.valueOf(kind.status),
                                                response(kind, path, method, operation)))));
    }

    private static List<Kind> kinds(String path, HttpMethod method, Operation operation) {
        if (path.equals(FIRST_ADMIN)) {
            return List.of(Kind.NOT_SIGNED_IN, Kind.REFUSED, Kind.INVALID, Kind.FAULT);
        }
        if (path.equals(SIGN_IN)) {
            return List.of(Kind.NOT_SIGNED_IN, Kind.INVALID, Kind.FAULT);
        }
        if (method != HttpMethod.GET) {
            return Stream.of(Kind.values())
                    .filter(kind -> kind != Kind.REFUSED
                            || !OrderGiven.refusals(operation).isEmpty())
                    .toList();
        }
        List<Kind> kinds = new ArrayList<>(List.of(Kind.NOT_SIGNED_IN, Kind.FAULT));
        if (operation.getParameters() != null) {
            kinds.addAll(List.of(Kind.NOT_FOUND, Kind.INVALID));
        }
        if (!OrderGiven.roles(operation).isEmpty()) {
            kinds.add(Kind.NOT_ALLOWED);
        }
        return kinds;
    }

    private static ApiResponse response(Kind kind, String path, HttpMethod method, Operation operation) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA));
        return switch (kind) {
            case REFUSED ->
                answer("A rule said no: its name stands in type.", problem(problem, kind, refusals(path, operation)));
            case NOT_ALLOWED ->
                answer(
                        OrderGiven.whoMay(operation),
                        problem(problem, kind, OrderGiven.forbidden(operation, method != HttpMethod.GET)));
            default -> answer(kind.sentence, problem.example(example(kind.status, kind.rule, kind.sentence)));
        };
    }

    private static ApiResponse answer(String description, MediaType problem) {
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", problem));
    }

    private static Map<String, String> refusals(String path, Operation operation) {
        return path.equals(FIRST_ADMIN) ? NO_FIRST_ADMIN : OrderGiven.refusals(operation);
    }

    /** One example per rule, by its name. */
    private static MediaType problem(MediaType problem, Kind kind, Map<String, String> sentences) {
        sentences.forEach((rule, sentence) ->
                problem.addExamples(rule, new Example().value(example(kind.status, rule, sentence))));
        return problem;
    }

    private static Map<String, Object> example(int status, String rule, String sentence) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:problem:" + rule);
        problem.put("title", rule.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", sentence);
        problem.put("traceId", "7b0f1f0e-6c1c-4f3a-9c59-0f6f1e1d9a55");
        if (status == Kind.INVALID.status) {
            problem.put("errors", List.of(Map.of("pointer", "", "detail", sentence)));
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
