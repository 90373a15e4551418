package io.tallybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which rules refuse which order, with a sentence of each: what the description of the API says an order is refused by. Every
 * refusal of every fixture is looked up here. A line is written by {@code -Dtallybook.golden.write=true} or by hand, in order.
 */
final class RefusalTable {
    /** Order, rule, sentence; the sentence may hold commas. */
    static final Path FILE = Path.of("src/main/resources/io/tallybook/command/refusals.csv");

    private static final boolean WRITES = Boolean.getBoolean("tallybook.golden.write");
    private static final Map<String, String> SENTENCES = read();

    private RefusalTable() {}

    /** Sentences by order and rule, {@code ApproveClose,locked}. */
    static Map<String, String> sentences() {
        return SENTENCES;
    }

    /** @throws AssertionError when the order is refused by a rule the table does not know of it */
    static boolean holds(Object order, Refused refused) {
        String key = order.getClass().getSimpleName() + "," + refused.rule();
        if (WRITES && !SENTENCES.containsKey(key)) {
            append(key + "," + refused.sentence());
        } else {
            assertThat(SENTENCES)
                    .as("%s lacks: %s,%s", FILE, key, refused.sentence())
                    .containsKey(key);
        }
        return true;
    }

    private static synchronized void append(String line) {
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read() {
        if (!Files.exists(FILE)) {
            return new TreeMap<>();
        }
        try (Stream<String> lines = Files.lines(FILE)) {
            Map<String, String> sentences = new TreeMap<>();
            lines.map(line -> line.split(",", 3)).forEach(cells -> sentences.put(cells[0] + "," + cells[1], cells[2]));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
