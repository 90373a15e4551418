package io.tallybook.saga.outward.erp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tallybook.messages.CloseGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An ERP as docs/reference/erp-http.md describes it, for tests alone: it books in memory and does wrong what it is told to do wrong.
 * Told to be forgetful it books a key as often as it is sent, so that a test sees every sending that should not have been.
 */
public final class FaultyErp implements AutoCloseable {
    /** What goes wrong with one request. */
    public enum Fault {
        NONE,
        /** 500, nothing done. */
        FAULT_BEFORE,
        /** Done, then 500. */
        FAULT_AFTER,
        /** Done, then the line is cut. */
        CUT_AFTER,
        /** Done, then no answer within any time-out. */
        SLOW_AFTER,
        /** Done, then words nobody understands. */
        GARBAGE_AFTER,
        /** Nothing done, words nobody understands. */
        GARBAGE_BEFORE,
        /** 409 although nothing is booked. */
        CONFLICT,
        /** 422 with lines. */
        REFUSE,
        /** Holds the line until the program at its other end is gone, and has done its work. */
        HOLD_AFTER
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final long slowMillis;
    private final Map<String, ObjectNode> documents = new ConcurrentHashMap<>();
    private final Map<String, String> bookedIn = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> batches = new ConcurrentHashMap<>();
    private final List<String> bookings = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Fault> ofPosts = new ConcurrentLinkedQueue<>();
    private final Queue<Fault> ofGets = new ConcurrentLinkedQueue<>();
    private final Set<String> unknownAccounts = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Set when a line is held. */
    public final CountDownLatch held = new CountDownLatch(1);

    private volatile boolean open = true;
    private volatile boolean forgetful;

    /** @param slowMillis longer than the caller's time-out */
    public FaultyErp(long slowMillis) throws IOException {
        this.slowMillis = slowMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/erp/journals", this::journals);
        server.createContext("/erp/periods", this::periods);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/erp";
    }

    /** Settings of a house whose group's journals go here, looked after often. */
    public Map<String, Object> settings(CloseGroup group) {
        return Map.of(
                "tallybook.erp.systems[0].name", "sap",
                "tallybook.erp.systems[0].groups", group.value(),
                "tallybook.erp.systems[0].base-url", address(),
                "tallybook.erp.systems[0].header", "X-Key: k-0815",
                "tallybook.erp.systems[0].timeout", "300ms",
                "tallybook.erp.first", "50ms",
                "tallybook.erp.poll", "50ms");
    }

    public FaultyErp posts(Fault... faults) {
        ofPosts.addAll(List.of(faults));
        return this;
    }

    public FaultyErp gets(Fault... faults) {
        ofGets.addAll(List.of(faults));
        return this;
    }

    /** From here on nothing goes wrong by itself. */
    public void mend() {
        ofPosts.clear();
        ofGets.clear();
    }

    /** It books a key as often as it is sent. */
    public FaultyErp forgetful() {
        forgetful = true;
        return this;
    }

    public void period(boolean isOpen) {
        open = isOpen;
    }

    /** It refuses lines on this account. */
    public void knowsNot(String account) {
        unknownAccounts.add(account);
    }

    /** What somebody else booked there under that key. */
    public void books(String key, int lines, String amount) {
        documents.put(key, document(key, "FOREIGN-1", lines, amount, "USD", ""));
    }

    public void loses(String key) {
        documents.remove(key);
    }

    /** Keys in the order they were booked, one entry for each booking. */
    public List<String> bookings() {
        return List.copyOf(bookings);
    }

    /** The lines that came under a key last. */
    public JsonNode batch(String key) {
        return batches.getOrDefault(key, JSON.createArrayNode());
    }

    /** The period of each key that was booked. */
    public Map<String, String> bookedIn() {
        return Map.copyOf(bookedIn);
    }

    /** Method, path and query of every request, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Header lines that are to be a secret, of every request. */
    public final List<String> credentials = Collections.synchronizedList(new ArrayList<>());

    private void journals(HttpExchange exchange) throws IOException {
        note(exchange);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            JsonNode batch = JSON.readTree(body);
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            answer(exchange, next(ofPosts), () -> post(key, batch));
        } else {
            Map<String, String> query = query(exchange);
            answer(exchange, next(ofGets), () -> query.containsKey("close") ? list(query) : one(query));
        }
    }

    private void periods(HttpExchange exchange) throws IOException {
        note(exchange);
        ObjectNode period = JSON.createObjectNode();
        period.put("period", query(exchange).get("period"));
        period.put("state", open ? "OPEN" : "CLOSED");
        answer(exchange, next(ofGets), () -> new Reply(200, period));
    }

    private void note(HttpExchange exchange) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
    }

    private static Fault next(Queue<Fault> faults) {
        Fault fault = faults.poll();
        return fault == null ? Fault.NONE : fault;
    }

    private record Reply(int status, JsonNode body) {}

    private interface Work {
        Reply done();
    }

    private void answer(HttpExchange exchange, Fault fault, Work work) throws IOException {
        switch (fault) {
            case NONE -> send(exchange, work.done());
            case FAULT_BEFORE -> send(exchange, 500, "{\"state\":\"fault\"}");
            case FAULT_AFTER -> {
                work.done();
                send(exchange, 500, "{\"state\":\"fault\"}");
            }
            case CUT_AFTER -> {
                work.done();
                exchange.sendResponseHeaders(200, 10_000);
                exchange.getResponseBody().write('{');
                throw new IOException("cut in mid-body");
            }
            case SLOW_AFTER -> {
                Reply reply = work.done();
                pause();
                send(exchange, reply);
            }
            case GARBAGE_AFTER -> {
                work.done();
                send(exchange, 200, "<html>all is well</html>");
            }
            case GARBAGE_BEFORE -> send(exchange, 404, "<html>no such page</html>");
            case CONFLICT -> send(exchange, 409, "{\"reason\":\"in use\"}");
            case REFUSE -> send(exchange, 422, "{\"reason\":\"not now\",\"lines\":[{\"line\":1,\"reason\":\"no\"}]}");
            case HOLD_AFTER -> {
                work.done();
                held.countDown();
                hold();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(slowMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Reply post(String key, JsonNode batch) {
        batches.put(key, batch.get("lines"));
        List<Map<String, Object>> refused = new ArrayList<>();
        for (JsonNode line : batch.get("lines")) {
            String account = line.get("account").asString();
            if (unknownAccounts.contains(account)) {
                refused.add(Map.of("line", line.get("line").asInt(), "reason", "account " + account + " is not known"));
            }
        }
        if (!refused.isEmpty()) {
            return new Reply(422, JSON.valueToTree(Map.of("lines", refused)));
        }
        ObjectNode known = documents.get(key);
        String hash = batch.get("contentHash").asString();
        if (known != null && !known.get("contentHash").asString().equals(hash)) {
            return new Reply(409, JSON.valueToTree(Map.of("reason", "another batch has this key")));
        }
        if (known == null || forgetful) {
            bookings.add(key);
            bookedIn.put(key, batch.get("period").asString());
        }
        if (known == null) {
            known = document(
                    key,
                    "DOC-" + (documents.size() + 1),
                    batch.get("lines").size(),
                    batch.get("debits").asString(),
                    batch.get("currency").asString(),
                    hash);
            documents.put(key, known);
        }
        return new Reply(201, known);
    }

    private static ObjectNode document(
            String key, String number, int lines, String amount, String currency, String hash) {
        ObjectNode document = JSON.createObjectNode();
        document.put("key", key);
        document.put("state", "BOOKED");
        document.put("documentNumber", number);
        document.put("lineCount", lines);
        document.put("debits", amount);
        document.put("credits", amount);
        document.put("currency", currency);
        document.put("contentHash", hash);
        return document;
    }

    private Reply one(Map<String, String> query) {
        String key = query.getOrDefault("key", "");
        ObjectNode known = documents.get(key);
        if (known != null) {
            return new Reply(200, known);
        }
        return new Reply(404, JSON.valueToTree(new LinkedHashMap<>(Map.of("key", key, "state", "UNKNOWN"))));
    }

    private Reply list(Map<String, String> query) {
        String close = query.get("close");
        List<ObjectNode> found = documents.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(close + "/"))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return new Reply(200, JSON.valueToTree(Map.of("journals", found)));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        @Nullable String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        send(exchange, reply.status(), reply.body().toString());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        never.countDown();
        server.stop(0);
    }
}
