package io.tallybook.ui.access;

import io.tallybook.messages.Invalid;
import java.security.SecureRandom;

/** The rule for passwords, and new ones that keep it. */
public final class Passwords {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    // BCrypt reads no more than 72 bytes
    private static final int LONGEST = 72;

    private Passwords() {}

    static void check(String password) {
        Invalid.unless(
                password.length() >= 12 && password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST,
                "a password has 12 characters or more, and at most 72 bytes");
    }

    /** Twenty random letters and digits in four groups, without look-alikes: about 108 bits. */
    public static String make() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            made.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
