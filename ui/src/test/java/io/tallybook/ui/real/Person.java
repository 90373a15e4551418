package io.tallybook.ui.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody signed in over HTTP. */
record Person(String server, String token) {
    private static final int MOST_LOOKS = 1_500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the server answered. */
    record Reply(int status, Map<String, String> headers, byte[] body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    static Person signIn(String server, String user, String password) {
        Reply reply = new Person(server, "").post("/api/v1/tokens", Map.of("user", user, "password", password));
        return new Person(server, reply.json().get("token").asString());
    }

    JsonNode get(String path) {
        return send(request(path).GET()).json();
    }

    byte[] bytes(String path) {
        return send(request(path).GET()).body();
    }

    /** @param headers name, value, name, value … */
    Reply post(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Asks until it is so, for five minutes at most. */
    JsonNode await(String path, Predicate<JsonNode> enough) {
        return Stream.generate(() -> later(path))
                .limit(MOST_LOOKS)
                .filter(enough)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " stayed at " + get(path)));
    }

    private JsonNode later(String path) {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return get(path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Reply(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
