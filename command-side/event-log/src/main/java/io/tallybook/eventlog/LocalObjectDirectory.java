package io.tallybook.eventlog;

import io.tallybook.messages.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Objects as files named by their hash, fanned out by its first two digits. A file is there as a whole or not at all. */
final class LocalObjectDirectory implements ObjectDirectory {
    private final Path root;
    private final Path aside;

    private final Headroom headroom;

    LocalObjectDirectory(Path root, Headroom headroom) throws IOException {
        this.root = root;
        this.headroom = headroom;
        this.aside = Files.createDirectories(root.resolve("incoming"));
    }

    @Override
    public Sha256 put(byte[] bytes) throws IOException {
        return put(new ByteArrayInputStream(bytes));
    }

    @Override
    public Sha256 put(InputStream bytes) throws IOException {
        if (headroom.spent()) {
            throw new FileSystemException(root.toString(), null, "No space left on device");
        }
        Path incoming = aside.resolve(UUID.randomUUID().toString());
        try {
            Sha256 hash = write(bytes, incoming);
            Path file = file(hash);
            if (!Files.exists(file)) {
                Path shelf = Files.createDirectories(shelf(hash));
                Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
                sync(shelf);
            }
            return hash;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static Sha256 write(InputStream bytes, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            bytes.transferTo(out);
            channel.force(true);
        }
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** Makes the new name itself survive a power cut. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<InputStream> open(Sha256 hash) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean has(Sha256 hash) {
        return Files.exists(file(hash));
    }

    private Path file(Sha256 hash) {
        return shelf(hash).resolve(hash.hex());
    }

    private Path shelf(Sha256 hash) {
        return root.resolve(hash.hex().substring(0, 2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
