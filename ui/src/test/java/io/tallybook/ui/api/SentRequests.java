package io.tallybook.ui.api;

import io.tallybook.ui.browser.RunningDemo;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The requests of the docs, sent to a demo by the people their headers name; which operations were seen to succeed is kept. */
final class SentRequests {
    private static final int MOST_LOOKS = 900;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningDemo demo;
    private final Path directory;
    private final List<DocsRequest> docs = DocsRequest.all();
    private final Map<String, Api> people = new HashMap<>();
    private final Set<String> seen = new TreeSet<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param directory the demo's data directory */
    SentRequests(RunningDemo demo, Path directory) throws IOException {
        this.demo = demo;
        this.directory = directory;
    }

    /** Operations that have answered 2xx, as {@code POST /closes/{group}/{period}/lock}. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    Path directory() {
        return directory;
    }

    String password(String user) throws IOException {
        return demo.password(user);
    }

    /** Sends the operation's first request of the docs as whom it names; see {@link DocsRequest#instead}. */
    JsonNode send(String operation, String... instead) throws IOException, InterruptedException {
        return sendAs(request(operation).user(), operation, instead);
    }

    /** The same, again and again while that rule refuses it: the answer says to try again in a moment. */
    JsonNode sendOnce(String rule, String operation) throws IOException, InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            DocsRequest request = request(operation);
            HttpResponse<String> answer =
                    http.send(request.to(demo.address(), token(request.user())), BodyHandlers.ofString());
            if (!answer.body().contains("urn:problem:" + rule)) {
                return succeed(operation, answer, request);
            }
            Thread.sleep(100);
        }
        throw new AssertionError(operation + " was refused by " + rule + " all the time");
    }

    /** The same as somebody else. */
    JsonNode sendAs(String user, String operation, String... instead) throws IOException, InterruptedException {
        DocsRequest request = request(operation).instead(instead);
        if ((request.path() + request.body()).contains("{{")) {
            throw new AssertionError("a word is left to be filled in: " + request.path() + " " + request.body());
        }
        return succeed(operation, http.send(request.to(demo.address(), token(user)), BodyHandlers.ofString()), request);
    }

    /** The same with these bytes as its body. */
    JsonNode send(String operation, byte[] body) throws IOException, InterruptedException {
        DocsRequest request = request(operation);
        return succeed(
                operation,
                http.send(
                        request.to(demo.address(), token(request.user()), BodyPublishers.ofByteArray(body)),
                        BodyHandlers.ofString()),
                request);
    }

    private JsonNode succeed(String operation, HttpResponse<String> answer, DocsRequest request) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(request + ": " + answer.statusCode() + " " + answer.body());
        }
        seen.add(operation);
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private DocsRequest request(String operation) {
        String[] words = operation.split(" ", 2);
        return docs.stream()
                .filter(request -> request.isOf(words[0], "/api/v1" + words[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the docs have no request for " + operation));
    }

    private String token(String user) throws IOException {
        return user.isEmpty() ? "" : as(user).token();
    }

    /** The API as one of the demo's people, signed in once. */
    Api as(String user) throws IOException {
        Api known = people.get(user);
        return known == null ? as(user, demo.password(user)) : known;
    }

    /** The API as somebody who was given this password. */
    Api as(String user, String password) throws IOException {
        Api api = new Api(demo.address(), "api", null).signIn(user, password);
        people.put(user, api);
        return api;
    }

    /** What the Auditor reads under /api/v1. */
    JsonNode read(String path) throws IOException {
        return as("auditor").get("/api/v1" + path);
    }

    private Optional<JsonNode> shown(String path) throws IOException {
        try {
            return Optional.of(read(path));
        } catch (ApiRefused notYet) {
            if (notYet.status() == 404) {
                return Optional.empty();
            }
            throw notYet;
        }
    }

    /** What the Auditor reads there once it is so; within a minute and a half. */
    JsonNode await(String path, Predicate<JsonNode> enough) throws IOException, InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<JsonNode> found = shown(path).filter(enough);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new AssertionError(path + " stayed at " + read(path));
    }
}
