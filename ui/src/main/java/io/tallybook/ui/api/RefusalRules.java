package io.tallybook.ui.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rules that refuse each order, with a sentence, as every fixture of the model has seen them: {@code refusals.csv} lies
 * beside the aggregates and is held against them there.
 */
record RefusalRules(Map<String, Map<String, String>> byOrder) {
    private static final String TABLE = "/io/tallybook/command/refusals.csv";
    /** What is not there is told by 404. */
    private static final String NOT_FOUND = "not-found";

    static RefusalRules read() {
        Map<String, Map<String, String>> byOrder = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(RefusalRules.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(",", 3))
                    .filter(cells -> !cells[1].equals(NOT_FOUND))
                    .forEach(cells -> byOrder.computeIfAbsent(cells[0], order -> new TreeMap<>())
                            .put(cells[1], cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RefusalRules(byOrder);
    }

    /** @param order simple name of its class */
    Map<String, String> of(String order) {
        return byOrder.getOrDefault(order, Map.of());
    }
}
