package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The directory acknowledgements lie in; what is dealt with moves to {@code done} or {@code unmatched}. */
final class Inbox {
    static final String ENDING = ".ack.csv";
    static final int MOST_AT_ONCE = 100;
    static final int LARGEST_BYTES = 64 * 1024;

    private final Path directory;

    Inbox(Path directory) {
        this.directory = directory;
    }

    /** At most {@value MOST_AT_ONCE} files by name; temporary and foreign files are left alone. */
    List<Path> waiting() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_AT_ONCE)
                    .toList();
        }
    }

    byte[] read(Path file) throws IOException, Unmatched {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new Unmatched("it has more than " + LARGEST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    void done(Path file) throws IOException {
        moveTo("done", file);
    }

    void unmatched(Path file) throws IOException {
        moveTo("unmatched", file);
    }

    // a second file of one name stands beside the first: neither is lost
    private void moveTo(String folder, Path file) throws IOException {
        Path target = Files.createDirectories(directory.resolve(folder)).resolve(file.getFileName());
        try {
            if (Files.exists(target) && Files.mismatch(file, target) >= 0) {
                String brief = Sha256.of(Files.readAllBytes(file)).brief();
                target = target.resolveSibling(brief + "-" + file.getFileName());
            }
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // another node has dealt with it
        }
    }
}
