package io.tallybook.ui.bench;

import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in browser's requests for pages, one after the other over one connection, timed to the last byte. */
final class Pages implements AutoCloseable {
    private static final int WARM_UP = 10;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String server;

    /** Milliseconds of a page's requests. */
    record Times(String page, int requests, double p50, double p95, double worst, int bytes) {}

    Pages(String server) {
        this.server = server;
    }

    Pages signIn(String user, String password) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get("/sign-in"));
        String token = csrf.find() ? csrf.group(1) : "";
        String form = "_csrf=" + encoded(token) + "&username=" + encoded(user) + "&password=" + encoded(password);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        shown(http.send(request, BodyHandlers.ofString()), "/close");
        return this;
    }

    /** The page that needs nobody signed in. */
    void first() throws IOException, InterruptedException {
        get("/sign-in");
    }

    /** Asks for the page so many times; a path per turn, so that not always the same row is asked for. */
    Times time(String page, int requests, IntFunction<String> path) throws IOException, InterruptedException {
        for (int turn = 0; turn < WARM_UP; turn++) {
            get(path.apply(turn));
        }
        double[] millis = new double[requests];
        int bytes = 0;
        for (int turn = 0; turn < requests; turn++) {
            long start = System.nanoTime();
            bytes = Math.max(bytes, get(path.apply(turn)).length());
            millis[turn] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Times(page, requests, at(millis, 0.50), at(millis, 0.95), millis[requests - 1], bytes);
    }

    /** The nearest rank. */
    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path)).build();
        return shown(http.send(request, BodyHandlers.ofString()), path);
    }

    /** The page, if it is the one asked for and not the way to sign in. */
    private static String shown(HttpResponse<String> answer, String path) {
        if (answer.statusCode() != 200 || !path.startsWith(answer.uri().getPath())) {
            throw new ApiRefused(
                    answer.statusCode(), "no-page", path + " gave " + answer.uri() + ", status " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
