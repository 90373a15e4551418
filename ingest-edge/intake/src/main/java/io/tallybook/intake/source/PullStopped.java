package io.tallybook.intake.source;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.PullFault;
import org.jspecify.annotations.Nullable;

/** A pull cannot go on; the sentence says why and what to do, and never holds an address with a query or a secret. */
final class PullStopped extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CHARACTERS = 500;

    private final PullFault fault;
    private final transient @Nullable Sha256 answer;

    PullStopped(PullFault fault, String sentence) {
        this(fault, sentence, null);
    }

    /** @param answer what could not be read, in the object directory */
    PullStopped(PullFault fault, String sentence, @Nullable Sha256 answer) {
        super(sentence.substring(0, Math.min(MOST_CHARACTERS, sentence.length())), null, false, false);
        this.fault = fault;
        this.answer = answer;
    }

    PullFault fault() {
        return fault;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    @Nullable Sha256 answer() {
        return answer;
    }

    /** The same, about an answer that has been kept. */
    PullStopped about(Sha256 kept) {
        return answer == null ? new PullStopped(fault, sentence(), kept) : this;
    }
}
