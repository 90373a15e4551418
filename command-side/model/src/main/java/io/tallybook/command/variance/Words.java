package io.tallybook.command.variance;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.messages.variance.VarianceLine;
import io.tallybook.messages.variance.VarianceReviewEvent.ReviewSigned;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceExplained;
import io.tallybook.messages.variance.VarianceReviewEvent.VarianceFlagged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The flagged lines of a month, and how far the word on each has come. They outlive an attempt of the close. */
final class Words {
    private final Map<VarianceLine, Word> flagged = new TreeMap<>();

    /**
     * A flagged line.
     *
     * @param explained of these figures or, waiting to be looked at again, of those before; null when nobody has said anything
     */
    record Word(
            VarianceFlagged flag,
            @Nullable VarianceExplained explained,
            @Nullable ReviewSigned signed) {
        /** Whether what was said is of the figures as they are. */
        boolean isCurrent() {
            return explained != null && explained.figuresHash().equals(flag.figuresHash());
        }

        ExplanationState state() {
            if (!isCurrent()) {
                return ExplanationState.PENDING;
            }
            return signed == null ? ExplanationState.REVIEW : ExplanationState.APPROVED;
        }

        /** What a reviewer signs: the figures and the words. */
        Sha256 hash() {
            VarianceExplained said = Objects.requireNonNull(explained);
            return hash(said);
        }

        static Sha256 hash(VarianceExplained said) {
            return Sha256.of(said.figuresHash() + "|" + said.driver() + "|" + said.text());
        }

        boolean isSignedByAnyOf(List<PersonId> persons) {
            return signed != null && persons.contains(signed.by());
        }
    }

    @Nullable Word of(VarianceLine line) {
        return flagged.get(line);
    }

    /** @throws Refused when the line needs no word */
    Word needed(VarianceLine line) {
        Word word = flagged.get(line);
        if (word == null) {
            throw new Refused("nothing-to-explain", "The line is below its threshold: nothing needs to be said of it.");
        }
        return word;
    }

    /** @throws Refused when nobody has explained the line's figures yet */
    Word explained(VarianceLine line) {
        Word word = needed(line);
        Refused.when(!word.isCurrent(), "nothing-to-review", "Nobody has explained these figures yet.");
        return word;
    }

    List<VarianceLine> lines() {
        return List.copyOf(flagged.keySet());
    }

    Stream<Word> all() {
        return flagged.values().stream();
    }

    boolean areApproved() {
        return all().allMatch(word -> word.state() == ExplanationState.APPROVED);
    }

    /** What was said before stays, of what it was said. A signature goes. */
    void flag(VarianceFlagged event) {
        VarianceLine line = new VarianceLine(event.point(), event.direction());
        Word before = flagged.get(line);
        flagged.put(line, new Word(event, before == null ? null : before.explained(), null));
    }

    void clear(VarianceLine line) {
        flagged.remove(line);
    }

    void explain(VarianceExplained event) {
        flagged.computeIfPresent(
                new VarianceLine(event.point(), event.direction()), (line, word) -> new Word(word.flag(), event, null));
    }

    void sign(ReviewSigned event) {
        flagged.computeIfPresent(
                new VarianceLine(event.point(), event.direction()),
                (line, word) -> new Word(word.flag(), word.explained(), event));
    }

    /** It has to be said anew: the words stay in the log. */
    void unsign(VarianceLine line) {
        flagged.computeIfPresent(line, (same, word) -> new Word(word.flag(), null, null));
    }
}
