package io.tallybook.ui.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An API of somebody else's: values by pages with a cursor, after {@code since}. It answers a few requests wrongly. */
final class PagedValues implements AutoCloseable {
    private static final int PAGE = 100;

    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    final CountDownLatch stuck = new CountDownLatch(1);

    private final List<String> values;
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    /** @param values records as JSON, each changed one after the other, from 1 */
    PagedValues(List<String> values) throws IOException {
        this.values = values;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/values", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestURI().getQuery();
        String query = given == null ? "" : given;
        asked.add(exchange.getRequestHeaders().getFirst("X-Key") + " " + query);
        switch (requests.incrementAndGet()) {
            case 2 -> {
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            }
            case 5 -> {
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write("{\"values\":[".getBytes(StandardCharsets.UTF_8));
                throw new IOException("cut in mid-body");
            }
            case 7 -> hold();
            default -> page(exchange, number(query, "since"), number(query, "cursor"));
        }
    }

    /** Holds the line until the program on the other end is gone. */
    private void hold() {
        stuck.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void page(HttpExchange exchange, int since, int cursor) throws IOException {
        List<String> left = values.subList(Math.min(since, values.size()), values.size());
        int to = Math.min(left.size(), cursor + PAGE);
        String next = to < left.size() ? ",\"next\":\"" + to + "\"" : "";
        byte[] body = ("{\"values\":[" + String.join(",", left.subList(cursor, to)) + "]" + next + "}")
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
        never.countDown();
        server.stop(0);
    }
}
