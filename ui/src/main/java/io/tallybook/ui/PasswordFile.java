package io.tallybook.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL's own password file: a line {@code host:port:database:user:password} each, {@code *} for any, a backslash before
 * a colon or backslash that is meant (PostgreSQL manual, "The Password File"). Nobody else may be able to read it.
 */
final class PasswordFile {
    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int FIELDS = 5;

    private final List<String> lines;

    private PasswordFile(List<String> lines) {
        this.lines = lines;
    }

    /** @throws CannotStart when others can read it, or nobody can */
    static PasswordFile read(Path file) {
        try {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw new CannotStart(
                        "The password file " + file + " can be read by others; run 'chmod 600 " + file + "'.");
            }
            return new PasswordFile(Files.readAllLines(file));
        } catch (IOException e) {
            throw new CannotStart("The password file " + file + " cannot be read.");
        }
    }

    /** Of the first line that fits. */
    Optional<String> password(String host, int port, String database, String user) {
        List<String> asked = List.of(host, Integer.toString(port), database, user);
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() == FIELDS && fits(fields, asked))
                .map(fields -> fields.get(FIELDS - 1))
                .findFirst();
    }

    private static boolean fits(List<String> fields, List<String> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
