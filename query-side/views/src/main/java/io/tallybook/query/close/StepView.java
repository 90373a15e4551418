package io.tallybook.query.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the checklist.
 *
 * @param owner the role that moves it; PROCESS moves by itself
 * @param reviewer the role of whom it takes beside who did it; null when nobody looks at the step by itself
 * @param after the steps it waits for, in their order
 * @param businessDay due on this business day after the period's end (or the demo's opening)
 * @param due end of that business day in the calendar's zone
 * @param late past due and not done, or done after it was due
 * @param overdueSince when the close itself recorded that it is late; null when it never had to
 * @param escalatedTo who above its owner was told of it; null for nobody yet
 * @param done how much of {@code total} is done: points, days, statements, signatures
 * @param unit what is counted, in the plural: {@code points}, {@code statements}
 * @param finishedAt when it was done; null until then, and while a condition holds that may still break before the freeze
 * @param certified the rule that certified it without a person's word; null for none
 * @param by who did it, the house for what it does by itself; null until then
 */
public record StepView(
        CloseStep step,
        StepState state,
        Role owner,
        @Nullable Role reviewer,
        List<CloseStep> after,
        int businessDay,
        Instant due,
        boolean late,
        @Nullable Instant overdueSince,
        @Nullable EscalatedTo escalatedTo,
        int done,
        int total,
        String unit,
        int blockers,
        @Nullable Instant finishedAt,
        @Nullable PersonId by,
        @Nullable Certified certified) {}
