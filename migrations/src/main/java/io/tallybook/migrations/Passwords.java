package io.tallybook.migrations;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The three passwords of an embedded server, made once and kept in a file only its owner can read. */
record Passwords(String superuser, String owner, String app) {
    private static final int BYTES = 24;

    static Passwords readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            write(file, "superuser=" + random() + "\nowner=" + random() + "\napp=" + random() + "\n");
        }
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return new Passwords(line(lines, "superuser"), line(lines, "owner"), line(lines, "app"));
    }

    /** Never half a file: written aside, synced, renamed. */
    static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, text, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new DatabaseNotStarted("The file with the database's passwords has no line '" + name + "'.", null);
        }
        return value;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
