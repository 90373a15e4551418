package io.tallybook.ui.cli;

import io.tallybook.ui.setup.SetupImport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The public API as a signed-in person; the CLI and the demo's script have no other way in. */
public final class Api {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_REFUSALS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    /** Figures stay as they were written, to the last digit. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final String server;
    private final String client;
    private @Nullable String token;

    public Api(String server, String client, @Nullable String token) {
        this.server = server;
        this.client = client;
        this.token = token;
    }

    /** Signs in; the token stays in this object. */
    public Api signIn(String user, String password) {
        token = post("/api/v1/tokens", Map.of("user", user, "password", password))
                .get("token")
                .asString();
        return this;
    }

    public String token() {
        return String.valueOf(token);
    }

    public JsonNode get(String path) {
        return json.readTree(bytes(path));
    }

    public byte[] bytes(String path) {
        return body(send(request(path).GET()));
    }

    public JsonNode post(String path, Object body) {
        return json(send(order("POST", path, body)));
    }

    /**
     * Posts under an Idempotency-Key: what was done is answered as the first time. What was refused is tried under the next key,
     * for nothing was done and what stood against it may be gone.
     */
    public JsonNode post(String path, Object body, String key) {
        HttpRequest.Builder order = order("POST", path, body);
        for (int refusals = 0; refusals < MOST_REFUSALS; refusals++) {
            HttpResponse<byte[]> answer = send(order.copy().header("Idempotency-Key", key + "-" + refusals));
            boolean again = answer.headers().firstValue("Idempotency-Replayed").isPresent();
            if (!again || answer.statusCode() < 400) {
                return json(answer);
            }
        }
        return json(send(order));
    }

    public JsonNode put(String path, Object body) {
        return json(send(order("PUT", path, body)));
    }

    /** Sends a file with a profile as multipart form data, streaming from disk. */
    public JsonNode importFile(String profile, String profileText, String name, Path file) {
        String mark = "tallybook-" + Long.toHexString(System.nanoTime());
        String head = part(mark, "profile", profile, "application/yaml") + profileText + "\r\n"
                + part(mark, "file", name, "application/octet-stream");
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + mark + "--\r\n"));
            return json(send(request("/api/v1/imports")
                    .header("Content-Type", "multipart/form-data; boundary=" + mark)
                    .POST(body)));
        } catch (IOException e) {
            throw new ApiRefused(0, "file", "The file " + file + " cannot be read.");
        }
    }

    /** Sends a file as multipart form data, streaming from disk. */
    public JsonNode evidence(String path, Path file) {
        String mark = "tallybook-" + Long.toHexString(System.nanoTime());
        try {
            String type = Files.probeContentType(file);
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(part(
                            mark,
                            "file",
                            String.valueOf(file.getFileName()),
                            type == null ? "application/octet-stream" : type)),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofString("\r\n--" + mark + "--\r\n"));
            return json(send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + mark)
                    .POST(body)));
        } catch (IOException e) {
            throw new ApiRefused(0, "file", "The file " + file + " cannot be read.");
        }
    }

    /** Sends two files as multipart form data, streaming from disk. */
    public JsonNode files(String path, String one, Path first, String other, Path second) {
        String mark = "tallybook-" + Long.toHexString(System.nanoTime());
        try {
            BodyPublisher body = BodyPublishers.concat(
                    BodyPublishers.ofString(
                            part(mark, one, String.valueOf(first.getFileName()), "application/octet-stream")),
                    BodyPublishers.ofFile(first),
                    BodyPublishers.ofString("\r\n"
                            + part(mark, other, String.valueOf(second.getFileName()), "application/octet-stream")),
                    BodyPublishers.ofFile(second),
                    BodyPublishers.ofString("\r\n--" + mark + "--\r\n"));
            return json(send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + mark)
                    .POST(body)));
        } catch (IOException e) {
            throw new ApiRefused(0, "file", "The file " + first + " or " + second + " cannot be read.");
        }
    }

    /** Sends a workbook, streaming from disk. */
    public JsonNode workbook(String path, Path file) {
        try {
            return json(
                    send(request(path).header("Content-Type", SetupImport.XLSX).POST(BodyPublishers.ofFile(file))));
        } catch (IOException e) {
            throw new ApiRefused(0, "file", "The file " + file + " cannot be read.");
        }
    }

    private static String part(String mark, String field, String name, String type) {
        return "--" + mark + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                + name.replace("\"", "'") + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    }

    private HttpRequest.Builder order(String method, String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(LONGEST)
                .header("X-Client", client)
                .header("Accept", "application/json, application/problem+json, */*");
        return token == null ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ApiRefused(
                    0, "no-answer", "Nothing answers at " + server + "; start Tallybook first or give --server.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiRefused(0, "interrupted", "Interrupted while waiting for " + server + ".");
        }
    }

    private JsonNode json(HttpResponse<byte[]> answer) {
        byte[] body = body(answer);
        return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    }

    private byte[] body(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 400) {
            throw refused(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    private ApiRefused refused(int status, byte[] body) {
        if (body.length == 0) {
            return new ApiRefused(
                    status,
                    "http-" + status,
                    status == 401 ? "Not signed in, or signed out since." : "HTTP " + status + ".");
        }
        JsonNode problem = json.readTree(body);
        String type = problem.path("type").asString("urn:problem:http-" + status);
        return new ApiRefused(
                status,
                type.substring(type.lastIndexOf(':') + 1),
                problem.path("detail").asString("HTTP " + status + "."));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
