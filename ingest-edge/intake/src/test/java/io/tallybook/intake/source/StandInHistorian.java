package io.tallybook.intake.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An API as historians have it, on a real socket: records in the order of their change, those after {@code since}, by pages with
 * a cursor. It keeps when it was asked what, and does wrong what it is told to, one fault per request.
 */
final class StandInHistorian implements AutoCloseable {
    private final HttpServer server;
    private final Clock clock;
    private final List<Value> values = Collections.synchronizedList(new ArrayList<>());
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Fault> faults = new ArrayDeque<>();

    record Value(String point, Instant start, long kwh, int changed) {}

    record Asked(Instant at, Map<String, String> query, List<String> authorization) {}

    /** Answers in the API's stead. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** Answers as it should: a place kept in a list of faults. */
    static final Fault NONE = exchange -> {};

    StandInHistorian(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/values", this::values);
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void holds(Value... more) {
        values.addAll(Arrays.asList(more));
    }

    void does(Fault... wrong) {
        faults.addAll(Arrays.asList(wrong));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    static Fault status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    static Fault says(String body) {
        return exchange -> send(exchange, body);
    }

    /** Half of what was promised, then the line is dead. */
    static Fault cutOff() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"values\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer(); // the stream below is closed too early on purpose
            throw new IOException("cut");
        };
    }

    /** A page that never ends. */
    static Fault endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = " ".repeat(8_192).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(more);
            }
        };
    }

    static Fault silent(long millis) {
        return exchange -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    private void values(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        List<String> authorization = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        asked.add(new Asked(clock.instant(), query, List.copyOf(authorization)));
        Fault fault = faults.isEmpty() ? NONE : faults.removeFirst();
        if (fault == NONE) {
            send(exchange, page(query));
        } else {
            fault.answer(exchange);
        }
    }

    String page(Map<String, String> query) {
        int since = Integer.parseInt(query.getOrDefault("since", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
        List<Value> all = values.stream().filter(v -> v.changed() > since).toList();
        int to = Math.min(all.size(), from + limit);
        String rows = all.subList(Math.min(from, to), to).stream()
                .map(v -> "{\"point\":\"%s\",\"start\":\"%s\",\"kwh\":%d,\"changed\":%d}"
                        .formatted(v.point(), v.start(), v.kwh(), v.changed()))
                .collect(Collectors.joining(","));
        String next = to < all.size() ? "\"" + to + "\"" : "null";
        return "{\"values\":[" + rows + "],\"next\":" + next + "}";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
