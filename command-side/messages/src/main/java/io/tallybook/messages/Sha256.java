package io.tallybook.messages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A SHA-256 as 64 lower-case hex digits. */
public record Sha256(String hex) {
    public Sha256 {
        Invalid.unless(hex.matches("[0-9a-f]{64}"), "a SHA-256 is 64 lower-case hex digits");
    }

    public static Sha256 of(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(digest().digest(bytes)));
    }

    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of canonical lines: sorted by code point, each ended by a line feed. */
    public static Sha256 ofLines(Collection<String> lines) {
        MessageDigest digest = digest();
        lines.stream().sorted().forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** The first twelve digits, for people and for ids. */
    public String brief() {
        return hex.substring(0, 12);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
