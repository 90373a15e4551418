package io.tallybook.messages.change;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a ConfigurationChange: rows that one person wrote and another approves. */
public sealed interface ChangeCommand extends Command {
    ChangeId change();

    /**
     * Puts rows up for approval. {@code content} names them in the object directory; the same change with the same content again
     * is unchanged.
     *
     * <p>A named source proposes in the name of who defined it.
     *
     * @param rows how many of each sheet, ≤ 16 sheets
     */
    @SentBy({Role.ENGINEER, Role.ACCOUNTANT, Role.PROCESS})
    record ProposeChange(
            @TargetAggregateIdentifier ChangeId change,
            Sha256 content,
            List<SheetRows> rows,
            String reason,
            PersonId by,
            Instant at)
            implements ChangeCommand {}

    /** Another person than the proposer has seen this very content and wants it. */
    @SentBy({Role.ENGINEER, Role.APPROVER, Role.ADMIN})
    record ApproveChange(@TargetAggregateIdentifier ChangeId change, Sha256 content, PersonId by, Instant at)
            implements ChangeCommand {}

    /** By the proposer it is a withdrawal. */
    @SentBy({Role.ENGINEER, Role.ACCOUNTANT, Role.APPROVER, Role.ADMIN})
    record RejectChange(@TargetAggregateIdentifier ChangeId change, String reason, PersonId by, Instant at)
            implements ChangeCommand {}

    /** The orders of the rows were given: what a rule refused is named, the first {@value #MOST_NAMED} of them. */
    @SentBy(Role.PROCESS)
    record CompleteChange(
            @TargetAggregateIdentifier ChangeId change, int taken, int refused, List<RefusedRow> named, Instant at)
            implements ChangeCommand {}

    /** How many refused rows an event names. */
    int MOST_NAMED = 20;
}
