package io.tallybook.ui.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API of somebody else's, by pages after {@code since}; the second request meets an overload. */
final class SequencedApi implements AutoCloseable {
    private static final int PAGE = 120;

    private final List<String> records = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    /** @param records in the order of their {@code seq}, from 1 */
    SequencedApi(List<String> records) throws IOException {
        this.records.addAll(records);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/flows", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void publish(String record) {
        records.add(record);
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (requests.incrementAndGet() == 2) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String given = exchange.getRequestURI().getQuery();
        String query = given == null ? "" : given;
        int since = number(query, "since");
        int from = since + number(query, "cursor");
        int to = Math.min(records.size(), from + PAGE);
        String next = to < records.size() ? "\"" + (to - since) + "\"" : "null";
        byte[] body = ("{\"meta\":{\"next\":" + next + "},\"data\":{\"items\":["
                        + String.join(",", records.subList(Math.min(from, to), to)) + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static int number(String query, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([0-9]+)").matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
