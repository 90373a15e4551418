package io.tallybook.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
    /** Of a key written twice the later word is shown in both places. */
    @Test
    void everyKeyIsWrittenOnce() throws IOException {
        List<String> keys = Files.readAllLines(Path.of("src/main/resources/messages.properties")).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        Set<String> once = new HashSet<>();

        assertThat(keys).hasSizeGreaterThan(1000).allMatch(once::add);
    }
}
