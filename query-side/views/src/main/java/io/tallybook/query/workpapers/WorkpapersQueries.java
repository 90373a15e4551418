package io.tallybook.query.workpapers;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import java.util.List;
import java.util.Optional;

/** The working papers of closes. */
public interface WorkpapersQueries {
    /** Every note of a close by number; ≤ 1,000. */
    List<NoteView> notes(CloseId closeId);

    Optional<NoteView> note(CloseId closeId, int note);

    /** Every file of a close by number, withdrawn ones too; ≤ 500. */
    List<EvidenceView> evidence(CloseId closeId);

    Optional<EvidenceView> evidence(CloseId closeId, int evidence);

    /** The notes of all closes that wait for a person, oldest first; ≤ 200. */
    List<NoteView> waitingFor(PersonId person);
}
