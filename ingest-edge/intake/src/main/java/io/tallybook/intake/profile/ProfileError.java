package io.tallybook.intake.profile;

/** A profile that cannot be used; the sentence names the key and the line. */
public final class ProfileError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProfileError(String sentence) {
        super(sentence, null, false, false);
    }

    static ProfileError at(int line, String sentence) {
        return new ProfileError("profile line " + line + ": " + sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
