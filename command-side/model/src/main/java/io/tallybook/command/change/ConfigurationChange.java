package io.tallybook.command.change;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.change.ChangeCommand;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.CompleteChange;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.change.ChangeCommand.RejectChange;
import io.tallybook.messages.change.ChangeEvent;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.ChangeEvent.ChangeProposed;
import io.tallybook.messages.change.ChangeEvent.ChangeRejected;
import io.tallybook.messages.change.RefusedRow;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Rows of configuration that one person wrote; they take effect when another has approved them (SOX control C3). */
public final class ConfigurationChange {
    static final int LONGEST_REASON = 2000;
    static final int MOST_SHEETS = 24;
    // of one refused row in an event: twenty of them stay far below 64 KiB
    private static final int LONGEST_WHAT = 70;
    private static final int LONGEST_SENTENCE = 300;

    @AggregateIdentifier
    private @Nullable ChangeId id;

    private @Nullable ChangeProposed proposed;
    private @Nullable ChangeEvent decided;
    private boolean completed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void propose(ProposeChange order) {
        if (proposed != null) {
            Refused.when(
                    !proposed.content().equals(order.content()),
                    "change-exists",
                    "The change is proposed already, with other rows.");
            return;
        }
        checkReason(order.reason());
        Refused.when(order.rows().isEmpty(), "nothing-changes", "Every row is there already: nothing would change.");
        Refused.when(
                order.rows().size() > MOST_SHEETS,
                "too-many-sheets",
                "A change has rows of at most " + MOST_SHEETS + " sheets.");
        apply(new ChangeProposed(order.change(), order.content(), order.rows(), order.reason(), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveChange order) {
        ChangeProposed here = Refused.unlessFound(proposed, order.change());
        if (decided instanceof ChangeApproved) {
            return;
        }
        refuseWhenDecided();
        Refused.when(
                here.by().equals(order.by()),
                "approver-proposed",
                "Who proposed a change does not approve it: another person does.");
        Refused.when(
                !here.content().equals(order.content()),
                "content-not-current",
                "What was approved is not what is proposed.",
                Map.of("content", here.content().hex()));
        apply(new ChangeApproved(order.change(), here.content(), here.by(), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reject(RejectChange order) {
        Refused.unlessFound(proposed, order.change());
        if (decided instanceof ChangeRejected) {
            return;
        }
        refuseWhenDecided();
        checkReason(order.reason());
        apply(new ChangeRejected(order.change(), order.reason(), order.by()));
    }

    /** Told again after a crash, it is the first telling that stands. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void complete(CompleteChange order) {
        Refused.unlessFound(proposed, order.change());
        Refused.when(!(decided instanceof ChangeApproved), "change-not-approved", "Nobody has approved the change.");
        if (completed) {
            return;
        }
        List<RefusedRow> named = order.named().stream()
                .limit(ChangeCommand.MOST_NAMED)
                .map(row -> new RefusedRow(
                        row.sheet(), row.line(), cut(row.what(), LONGEST_WHAT), cut(row.sentence(), LONGEST_SENTENCE)))
                .toList();
        apply(new ChangeCompleted(order.change(), order.taken(), order.refused(), named));
    }

    private void refuseWhenDecided() {
        Refused.when(decided != null, "change-decided", "The change is decided already.");
    }

    private static void checkReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    @EventSourcingHandler
    void on(ChangeProposed event) {
        id = event.change();
        proposed = event;
    }

    @EventSourcingHandler
    void on(ChangeApproved event) {
        decided = event;
    }

    @EventSourcingHandler
    void on(ChangeRejected event) {
        decided = event;
    }

    @EventSourcingHandler
    void on(ChangeCompleted event) {
        completed = true;
    }
}
