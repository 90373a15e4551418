package io.tallybook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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

    @Test
    void everyRuleHasSaidNoInAFixture() {
        Set<String> thrown = names(Path.of("src/main/java"), THROWN);
        Set<String> expected = names(Path.of("src/test/java"), EXPECTED);

        assertThat(thrown).hasSizeGreaterThan(75).contains("period-is-closed", "input-already-given", "locked");
        assertThat(expected).containsAll(thrown);
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
