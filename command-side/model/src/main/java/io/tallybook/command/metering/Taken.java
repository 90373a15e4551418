package io.tallybook.command.metering;

import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;

/** From where, by whom and when a record was taken in. */
record Taken(Source source, PersonId by, Instant at) {
    boolean isFromAnotherFileThan(DeadLetterId deadLetter) {
        return isAnotherFile(source, deadLetter);
    }

    /** A dead letter's id begins with its file's brief hash: a file does not make good its own bad row. */
    static boolean isAnotherFile(Source source, DeadLetterId deadLetter) {
        return !deadLetter.value().startsWith(source.file().brief() + "/");
    }
}
