package io.tallybook.ui.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bare HTTP, as a stranger's program speaks it: whatever the answer is, it comes back whole. */
final class Wire {
    /** @param body absent when the answer is no JSON */
    record Answer(int status, String type, JsonNode body) {
        boolean isProblem(int of) {
            return status == of
                    && type.startsWith("application/problem+json")
                    && body.path("status").asInt() == of
                    && !body.path("title").asString("").isBlank()
                    && !body.path("detail").asString("").isBlank()
                    && body.path("type").asString("").startsWith("urn:problem:");
        }

        String rule() {
            return body.path("type").asString("").replace("urn:problem:", "");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final @Nullable String token;

    Wire(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    /** @param headers names and values in turn */
    Answer send(String verb, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonMapper json = JsonMapper.shared();
        return new Answer(
                answer.statusCode(), type, type.contains("json") ? json.readTree(answer.body()) : json.missingNode());
    }
}
