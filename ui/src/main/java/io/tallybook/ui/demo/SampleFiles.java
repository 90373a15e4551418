package io.tallybook.ui.demo;

import io.tallybook.intake.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The shipped sample data as files, as a person would have them before importing. */
final class SampleFiles {
    private final Path directory;

    SampleFiles(Path directory) {
        this.directory = directory;
    }

    Path file(Sample sample) throws IOException {
        Path file = directory.resolve(sample.fileName());
        Files.createDirectories(directory);
        try (InputStream bytes = sample.open()) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
