package io.tallybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that no fixture has seen say no is no rule: every name a {@code Refused} can carry stands in one as expected. */
class RulesTest {
    private static final Pattern THROWN =
            Pattern.compile("Refused(?:\\.when)?\\((?:[^;]*?)\"([a-z]+(?:-[a-z0-9]+)*)\"\\s*,", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile(
            "(?:thenRefused\\(|isEqualTo\\(|containsOnly\\()\\s*\"([a-z]+(?:-[a-z0-9]+)*)\"", Pattern.DOTALL);

    private static final Pattern SITE =
            Pattern.compile("Refused(?:\\.when)?\\((?:[^;]*?)\"([a-z]+(?:-[a-z0-9]+)*)\"\\s*,([^;]*);", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Path MODEL = Path.of("src/main/java");
    private static final Path MESSAGES = Path.of("../messages/src/main/java");

    @Test
    void everyRuleHasSaidNoInAFixture() {
        Set<String> thrown = names(Path.of("src/main/java"), THROWN);
        Set<String> expected = names(Path.of("src/test/java"), EXPECTED);

        assertThat(thrown).hasSizeGreaterThan(75).contains("period-is-closed", "input-already-given", "locked");
        assertThat(expected).containsAll(thrown);
    }

    /** Every fixture looks its refusals up in the table; here nothing is in it that the code does not say any more. */
    @Test
    void everyRefusalOfTheTableIsSaidByTheCode() {
        Map<String, List<String>> said = sites();

        assertThat(RefusalTable.sentences()).hasSizeGreaterThan(200).allSatisfy((of, sentence) -> {
            String rule = of.substring(of.indexOf(',') + 1);
            assertThat(said).as(of).containsKey(rule);
            assertThat(said.get(rule))
                    .as("%s: %s", of, sentence)
                    .anySatisfy(words -> assertThat(sentence).matches(words));
        });
    }

    @Test
    void theTableIsInOrder() throws IOException {
        List<String> lines = Files.readAllLines(RefusalTable.FILE);

        assertThat(lines.stream().map(line -> line.split(",", 3)[0] + "," + line.split(",", 3)[1]))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** By rule, a pattern of each sentence it is said with: its literals in order, with anything between them. */
    private static Map<String, List<String>> sites() {
        Map<String, List<String>> said = new TreeMap<>();
        sources(MODEL, MESSAGES)
                .flatMap(file -> SITE.matcher(text(file)).results())
                .forEach(site -> said.computeIfAbsent(site.group(1), rule -> new ArrayList<>())
                        .add(pattern(site.group(2).replaceFirst("(?s)Map\\.of\\(.*", ""))));
        return said;
    }

    private static String pattern(String sentence) {
        boolean chooses = sentence.contains("?");
        return LITERAL.matcher(sentence)
                .results()
                .map(literal -> Pattern.quote(literal.group(1)))
                .map(literal -> chooses ? "(?:" + literal + ")?" : literal)
                .collect(Collectors.joining(".*", ".*", ".*"));
    }

    private static Stream<Path> sources(Path... roots) {
        return Stream.of(roots).flatMap(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Set<String> names(Path sources, Pattern where) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> where.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
