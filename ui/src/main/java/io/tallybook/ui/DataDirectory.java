package io.tallybook.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** The directory everything is kept in: made when it is not there, and left alone when it is somebody else's. */
final class DataDirectory {
    private static final Set<String> OURS =
            Set.of("postgres.lock", "database.passwords", "postgres-program", "objects", "erp");

    private DataDirectory() {}

    /** @throws CannotStart when it cannot be made or written to, or holds something else than a Tallybook's data */
    static void prepare(Path data) {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new CannotStart("The data directory " + data + " is a file; give a directory with --data.");
        }
        try {
            boolean fresh = !Files.exists(data);
            Files.createDirectories(data);
            requireOurs(data);
            if (fresh) {
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            }
            Files.delete(Files.createTempFile(data, "writable", ""));
        } catch (IOException e) {
            throw new CannotStart(
                    DiskFull.isBehind(e)
                            ? "The disk of " + data + " is full."
                            : "The data directory " + data + " cannot be written to by this user.");
        }
    }

    private static void requireOurs(Path data) throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            Set<String> names = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .collect(java.util.stream.Collectors.toSet());
            if (!names.isEmpty() && names.stream().noneMatch(OURS::contains)) {
                throw new CannotStart("The directory " + data
                        + " holds something else than a Tallybook's data; give an empty one with --data.");
            }
        }
    }
}
