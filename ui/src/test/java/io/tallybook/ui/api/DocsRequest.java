package io.tallybook.ui.api;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request as docs/requests writes it.
 *
 * @param path with its query, from the first slash on
 */
record DocsRequest(String file, String method, String path, Map<String, String> headers, String body) {
    private static final Path DOCS = Path.of("..", "docs", "requests");
    private static final Pattern LINE = Pattern.compile("(GET|POST|PUT|DELETE) http://127\\.0\\.0\\.1:8080(/\\S+)");

    static List<DocsRequest> all() throws IOException {
        List<DocsRequest> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(DOCS)) {
            for (Path file : files.sorted().toList()) {
                for (String block : Files.readString(file).split("(?m)^###.*$")) {
                    read(String.valueOf(file.getFileName()), block.strip()).forEach(all::add);
                }
            }
        }
        return all;
    }

    private static Stream<DocsRequest> read(String file, String block) {
        if (block.isEmpty()) {
            return Stream.empty();
        }
        String[] parts = block.split("\n\n", 2);
        String[] lines = parts[0].split("\n");
        Matcher first = LINE.matcher(lines[0]);
        if (!first.matches()) {
            throw new AssertionError(file + ": no request in " + lines[0]);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Stream.of(lines).skip(1).map(line -> line.split(": ", 2)).forEach(header -> headers.put(header[0], header[1]));
        return Stream.of(
                new DocsRequest(file, first.group(1), first.group(2), headers, parts.length == 2 ? parts[1] : ""));
    }

    /** Whether it is one of the operation described under this path. */
    boolean isOf(String verb, String template) {
        String pattern = Stream.of(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((a, b) -> a + "/" + b)
                .orElse("");
        return method.equalsIgnoreCase(verb) && path.split("\\?")[0].matches(pattern);
    }

    /** The demo's user whose token it is sent with, as its header names the variable; empty where nobody is signed in. */
    String user() {
        return headers.getOrDefault("Authorization", "").replaceFirst("^Bearer \\{\\{(.*)}}$", "$1");
    }

    /** The same with other words, in pairs: what the docs say, what it is here. */
    DocsRequest instead(String... words) {
        String otherPath = path;
        String otherBody = body;
        Map<String, String> otherHeaders = new LinkedHashMap<>(headers);
        for (int i = 0; i < words.length; i += 2) {
            String here = words[i + 1];
            if (!(path + headers + body).contains(words[i])) {
                throw new AssertionError(this + " does not say " + words[i]);
            }
            otherPath = otherPath.replace(words[i], words[i].startsWith("{{") ? encoded(here) : here);
            otherBody = otherBody.replace(words[i], here);
            String said = words[i];
            otherHeaders.replaceAll((name, value) -> value.replace(said, here));
        }
        return new DocsRequest(file, method, otherPath, otherHeaders, otherBody);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** The same to this server, signed in with this token wherever somebody has to be; a word to be filled in is 1. */
    HttpRequest to(String server, String token) {
        boolean parts = headers.getOrDefault("Content-Type", "").startsWith("multipart/");
        return to(server, token, BodyPublishers.ofString(parts ? body.replace("\n", "\r\n") + "\r\n" : body));
    }

    /** The same with this body. */
    HttpRequest to(String server, String token, BodyPublisher other) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path.replaceAll("\\{\\{.*?}}", "1")))
                .method(method, other);
        headers.forEach((name, value) -> request.header(name, value.replaceAll("\\{\\{.*}}", token)));
        return request.build();
    }

    @Override
    public String toString() {
        return file + ": " + method + " " + path;
    }
}
