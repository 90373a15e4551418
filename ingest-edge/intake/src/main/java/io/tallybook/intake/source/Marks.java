package io.tallybook.intake.source;

import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.WatermarkRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the pages of one pull have come. Within a pull of ascending records only what lies below the last value is known to be
 * whole: the next page may begin with the same value again.
 */
final class Marks {
    private final @Nullable WatermarkRule rule;
    private @Nullable Mark greatest;
    private @Nullable Mark below;
    private @Nullable Mark last;

    /** @param saved the watermark of the pull before; null when there is none */
    Marks(@Nullable WatermarkRule rule, @Nullable String saved) throws PullStopped {
        this.rule = rule;
        this.greatest = rule == null || saved == null ? null : Mark.of(saved, rule.type());
    }

    void read(JsonPage page) throws PullStopped {
        if (rule != null) {
            List<Optional<String>> marks = page.marks(rule.pointer());
            for (int i = 0; i < marks.size(); i++) {
                int number = i + 1;
                String text = marks.get(i)
                        .orElseThrow(() -> new PullStopped(
                                PullFault.UNREADABLE,
                                "Record " + number + " of the answer has no watermark at " + rule.pointer() + "."));
                add(Mark.of(text, rule.type()), rule);
            }
        }
    }

    private void add(Mark mark, WatermarkRule by) throws PullStopped {
        if (by.ascending() && last != null && mark.compareTo(last) < 0) {
            throw new PullStopped(
                    PullFault.UNREADABLE,
                    "The records do not come in the order of " + by.pointer()
                            + "; define the source without 'ascending'.");
        }
        last = mark;
        if (greatest == null || mark.compareTo(greatest) > 0) {
            below = greatest;
            greatest = mark;
        }
    }

    /** What may be saved while more pages are to come; null when nothing new is known to be whole. */
    @Nullable String amidst() {
        return rule == null || !rule.ascending() || below == null ? null : below.text();
    }

    /** What may be saved when the last page is in. */
    @Nullable String atEnd() {
        return rule == null || greatest == null ? null : greatest.text();
    }
}
