package io.tallybook.intake.row;

import java.io.IOException;

/** The file, or the rest of it, cannot be read: not what the profile says, or broken. The sentence is for a person. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String sentence) {
        super(sentence);
    }

    UnreadableFile(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
