package io.tallybook.messages.workpapers;

import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.Sha256;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Orders to the Workpapers of a close. None of them moves a figure: they are taken while the month is open, after it has locked
 * and while it is open again. Notes and files are counted from 1 by the papers themselves.
 */
public sealed interface WorkpapersCommand extends Command {
    WorkpapersId papers();

    /** How long a note, an answer or a reason is at most. */
    int LONGEST_TEXT = 2000;

    /** How large a file is at most. */
    long MOST_BYTES = 25L << 20;

    /** Says something of a line or a task; the same words of the same person on it again are unchanged while they stand. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record WriteNote(
            @TargetAggregateIdentifier WorkpapersId papers,
            Subject subject,
            NoteKind kind,
            String text,
            @Nullable PersonId assignee,
            PersonId by,
            Instant at)
            implements WorkpapersCommand {
        public WriteNote {
            checkText(text, "a note");
        }
    }

    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record AnswerNote(@TargetAggregateIdentifier WorkpapersId papers, int note, String text, PersonId by, Instant at)
            implements WorkpapersCommand {
        public AnswerNote {
            checkText(text, "an answer");
        }
    }

    /** Gives a note to somebody else, or with null to nobody. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record AssignNote(
            @TargetAggregateIdentifier WorkpapersId papers,
            int note,
            @Nullable PersonId assignee,
            PersonId by,
            Instant at)
            implements WorkpapersCommand {}

    /** Says that a note is settled. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record ResolveNote(@TargetAggregateIdentifier WorkpapersId papers, int note, PersonId by, Instant at)
            implements WorkpapersCommand {}

    /** Agrees that it is settled; refused to who resolved a review point. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record CloseNote(@TargetAggregateIdentifier WorkpapersId papers, int note, PersonId by, Instant at)
            implements WorkpapersCommand {}

    /** Does not agree: a resolved or closed note is unresolved again. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record ReturnNote(@TargetAggregateIdentifier WorkpapersId papers, int note, String reason, PersonId by, Instant at)
            implements WorkpapersCommand {
        public ReturnNote {
            checkText(reason, "a reason");
        }
    }

    /**
     * Names a file of the object directory as evidence; the same bytes on the same line again are unchanged while they stand.
     *
     * @param name a plain file name without folders
     * @param bytes the file's size, 1 to {@value #MOST_BYTES}
     */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record AttachEvidence(
            @TargetAggregateIdentifier WorkpapersId papers,
            Subject subject,
            Sha256 sha256,
            String name,
            long bytes,
            String mediaType,
            PersonId by,
            Instant at)
            implements WorkpapersCommand {
        public AttachEvidence {
            Invalid.unless(
                    name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,119}"),
                    "a file's name has 1 to 120 letters, digits, blanks or ._()+- and begins with a letter or digit");
            Invalid.unless(bytes >= 1 && bytes <= MOST_BYTES, "a file of evidence has 1 byte to 25 MiB");
            Invalid.unless(
                    mediaType.matches("[a-z]{1,20}/[A-Za-z0-9.+-]{1,99}"), "a media type is written application/pdf");
        }
    }

    /** Says that a file is none after all; its bytes stay. Refused once the month has locked with it, and to others. */
    @SentBy({Role.ACCOUNTANT, Role.APPROVER, Role.ENGINEER, Role.OPERATOR, Role.AUDITOR, Role.ADMIN})
    record WithdrawEvidence(
            @TargetAggregateIdentifier WorkpapersId papers, int evidence, String reason, PersonId by, Instant at)
            implements WorkpapersCommand {
        public WithdrawEvidence {
            checkText(reason, "a reason");
        }
    }

    /**
     * The month has locked: its evidence stays, and what is unresolved of its review points goes on in the next month.
     *
     * @param chainHash the lock's own: the same lock rolls nothing forward twice
     */
    @SentBy(Role.PROCESS)
    record RollForward(@TargetAggregateIdentifier WorkpapersId papers, Sha256 chainHash, Instant at)
            implements WorkpapersCommand {}

    /**
     * Takes over an unresolved review point of the month before, word for word.
     *
     * @param fromNote its number there
     * @param author who wrote it
     */
    @SentBy(Role.PROCESS)
    record CarryNote(
            @TargetAggregateIdentifier WorkpapersId papers,
            WorkpapersId from,
            int fromNote,
            Subject subject,
            String text,
            @Nullable PersonId assignee,
            PersonId author,
            Instant at)
            implements WorkpapersCommand {}

    private static void checkText(String text, String what) {
        Invalid.unless(!text.isBlank() && text.length() <= LONGEST_TEXT, what + " has 1 to 2,000 characters");
    }
}
