package io.tallybook.command.workpapers;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.workpapers.Notes.Note;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.WorkpapersCommand.AnswerNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.AssignNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.AttachEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.CarryNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.CloseNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ResolveNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.ReturnNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.RollForward;
import io.tallybook.messages.workpapers.WorkpapersCommand.WithdrawEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.WriteNote;
import io.tallybook.messages.workpapers.WorkpapersEvent;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceAttached;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceWithdrawn;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAnswered;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAssigned;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteClosed;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteResolved;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteReturned;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteWritten;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersEvent.WorkpapersSealed;
import io.tallybook.messages.workpapers.WorkpapersId;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What people say of the lines and tasks of a close, and the files that prove it. It moves no figure (ADR 22). */
public final class Workpapers {
    /** Carried ones are taken beyond it: what is unresolved is never lost. */
    static final int MOST_NOTES = 500;

    static final int MOST_ANSWERS = 50;

    @AggregateIdentifier
    private @Nullable WorkpapersId id;

    private final Notes notes = new Notes();
    private final Evidence evidence = new Evidence();
    private @Nullable Sha256 lastLock;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void write(WriteNote order) {
        if (notes.stands(order)) {
            return;
        }
        Refused.when(notes.count() >= MOST_NOTES, "too-many-notes", "A close has at most " + MOST_NOTES + " notes.");
        apply(new NoteWritten(
                order.papers(),
                notes.next(),
                order.subject(),
                order.kind(),
                order.text(),
                order.assignee(),
                order.by()));
    }

    @CommandHandler
    void answer(AnswerNote order) {
        Note note = notes.of(order.note());
        if (note.lastAnswer().equals(order.by() + "|" + order.text())) {
            return;
        }
        refuseRolled(note);
        Refused.when(
                note.answers() >= MOST_ANSWERS,
                "too-many-answers",
                "A note has at most " + MOST_ANSWERS + " answers; write another.");
        apply(new NoteAnswered(order.papers(), order.note(), order.text(), order.by()));
    }

    @CommandHandler
    void assign(AssignNote order) {
        Note note = notes.of(order.note());
        if (Objects.equals(note.assignee(), order.assignee())) {
            return;
        }
        refuseRolled(note);
        apply(new NoteAssigned(order.papers(), order.note(), order.assignee(), order.by()));
    }

    @CommandHandler
    void resolve(ResolveNote order) {
        Note note = notes.of(order.note());
        if (note.state() == NoteState.UNRESOLVED) {
            apply(new NoteResolved(order.papers(), order.note(), order.by()));
        } else {
            refuseRolled(note);
        }
    }

    /** A review point takes two: one who settles it and another who is satisfied. */
    @CommandHandler
    void close(CloseNote order) {
        Note note = notes.of(order.note());
        if (note.state() == NoteState.CLOSED) {
            return;
        }
        refuseRolled(note);
        Refused.when(
                note.isReviewPoint() && note.state() != NoteState.RESOLVED,
                "not-resolved",
                "Nobody has said that the review point is settled.");
        Refused.when(
                note.isReviewPoint() && order.by().equals(note.resolvedBy()),
                "resolver-may-not-close",
                "You resolved this review point; somebody else closes it.");
        apply(new NoteClosed(order.papers(), order.note(), order.by()));
    }

    @CommandHandler
    void sendBack(ReturnNote order) {
        Note note = notes.of(order.note());
        if (note.state() == NoteState.UNRESOLVED) {
            return;
        }
        refuseRolled(note);
        apply(new NoteReturned(order.papers(), order.note(), order.reason(), order.by()));
    }

    private static void refuseRolled(Note note) {
        Refused.when(
                note.state() == NoteState.ROLLED_FORWARD,
                "rolled-forward",
                "The review point goes on in the next month; deal with it there.");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void attach(AttachEvidence order) {
        if (!evidence.stands(order)) {
            evidence.refuseBeyondMost();
            apply(new EvidenceAttached(
                    order.papers(),
                    evidence.next(),
                    order.subject(),
                    order.sha256(),
                    order.name(),
                    order.bytes(),
                    order.mediaType(),
                    order.by()));
        }
    }

    @CommandHandler
    void withdraw(WithdrawEvidence order) {
        if (evidence.mayBeWithdrawn(order)) {
            apply(new EvidenceWithdrawn(order.papers(), order.evidence(), order.reason(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void rollForward(RollForward order) {
        if (order.chainHash().equals(lastLock)) {
            return;
        }
        apply(new WorkpapersSealed(order.papers(), order.chainHash()));
        notes.unresolvedReviewPoints()
                .forEach(note -> apply(new ReviewPointRolledForward(
                        order.papers(),
                        note.number(),
                        order.papers().next(),
                        note.subject(),
                        note.text(),
                        note.assignee(),
                        note.by())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void carry(CarryNote order) {
        if (!notes.has(order)) {
            apply(new ReviewPointCarried(
                    order.papers(),
                    notes.next(),
                    order.from(),
                    order.fromNote(),
                    order.subject(),
                    order.text(),
                    order.assignee(),
                    order.author()));
        }
    }

    @EventSourcingHandler
    void on(WorkpapersEvent event) {
        id = event.papers();
        switch (event) {
            case NoteWritten e -> notes.write(e);
            case ReviewPointCarried e -> notes.carry(e);
            case NoteAnswered e -> notes.change(e.note(), note -> note.answered(e.by(), e.text()));
            case NoteAssigned e -> notes.change(e.note(), note -> note.assigned(e.assignee()));
            case NoteResolved e -> notes.change(e.note(), note -> note.in(NoteState.RESOLVED, e.by()));
            case NoteClosed e -> notes.change(e.note(), note -> note.in(NoteState.CLOSED, note.resolvedBy()));
            case NoteReturned e -> notes.change(e.note(), note -> note.in(NoteState.UNRESOLVED, null));
            case ReviewPointRolledForward e -> notes.change(e.note(), note -> note.in(NoteState.ROLLED_FORWARD, null));
            case EvidenceAttached e -> evidence.attach(e);
            case EvidenceWithdrawn e -> evidence.withdraw(e);
            case WorkpapersSealed e -> {
                lastLock = e.chainHash();
                evidence.seal();
            }
        }
    }
}
