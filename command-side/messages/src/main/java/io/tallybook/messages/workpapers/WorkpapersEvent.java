package io.tallybook.messages.workpapers;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import org.jspecify.annotations.Nullable;

/** What happened to the Workpapers of a close. */
public sealed interface WorkpapersEvent extends Event {
    WorkpapersId papers();

    /** {@code note} is its number in these papers, from 1. */
    record NoteWritten(
            WorkpapersId papers,
            int note,
            Subject subject,
            NoteKind kind,
            String text,
            @Nullable PersonId assignee,
            PersonId by)
            implements WorkpapersEvent {}

    record NoteAnswered(WorkpapersId papers, int note, String text, PersonId by) implements WorkpapersEvent {}

    record NoteAssigned(
            WorkpapersId papers, int note, @Nullable PersonId assignee, PersonId by) implements WorkpapersEvent {}

    record NoteResolved(WorkpapersId papers, int note, PersonId by) implements WorkpapersEvent {}

    record NoteClosed(WorkpapersId papers, int note, PersonId by) implements WorkpapersEvent {}

    record NoteReturned(WorkpapersId papers, int note, String reason, PersonId by) implements WorkpapersEvent {}

    /** {@code evidence} is its number in these papers, from 1; the bytes are in the object directory. */
    record EvidenceAttached(
            WorkpapersId papers,
            int evidence,
            Subject subject,
            Sha256 sha256,
            String name,
            long bytes,
            String mediaType,
            PersonId by)
            implements WorkpapersEvent {}

    record EvidenceWithdrawn(WorkpapersId papers, int evidence, String reason, PersonId by)
            implements WorkpapersEvent {}

    /** The month has locked: what was attached up to here is not withdrawn. */
    record WorkpapersSealed(WorkpapersId papers, Sha256 chainHash) implements WorkpapersEvent {}

    /** An unresolved review point goes on in {@code next}. */
    record ReviewPointRolledForward(
            WorkpapersId papers,
            int note,
            WorkpapersId next,
            Subject subject,
            String text,
            @Nullable PersonId assignee,
            PersonId author)
            implements WorkpapersEvent {}

    /** A review point of an earlier month goes on here under its own number. */
    record ReviewPointCarried(
            WorkpapersId papers,
            int note,
            WorkpapersId from,
            int fromNote,
            Subject subject,
            String text,
            @Nullable PersonId assignee,
            PersonId author)
            implements WorkpapersEvent {}
}
