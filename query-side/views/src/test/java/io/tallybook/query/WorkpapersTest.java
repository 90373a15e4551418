package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.NoteState;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAssigned;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteClosed;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteResolved;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteReturned;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.query.workpapers.EvidenceView;
import io.tallybook.query.workpapers.NoteLink;
import io.tallybook.query.workpapers.NoteView;
import io.tallybook.query.workpapers.NoteWord;
import io.tallybook.query.workpapers.NoteWord.Deed;
import io.tallybook.query.workpapers.WorkpapersQueries;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WorkpapersTest extends ViewsTest {
    @Autowired
    WorkpapersQueries workpapers;

    @Test
    void aNoteGoesFromUnresolvedToClosedAndWaitsForWhoIsAskedThenForWhoAsked() {
        SampleWorkpapers told = new SampleWorkpapers(sample()).point();
        WorkpapersId papers = told.papers;
        seen();
        assertThat(note(papers, 1).state()).isEqualTo(NoteState.UNRESOLVED);
        assertThat(waitsFor(Sample.ANN, papers)).isTrue();
        assertThat(waitsFor(Sample.EVA, papers)).isFalse();

        told.tells(new NoteResolved(papers, 1, Sample.ANN));
        seen();
        assertThat(note(papers, 1).state()).isEqualTo(NoteState.RESOLVED);
        assertThat(note(papers, 1).resolvedBy()).isEqualTo(Sample.ANN);
        assertThat(waitsFor(Sample.ANN, papers)).isFalse();
        assertThat(waitsFor(Sample.EVA, papers)).isTrue();

        told.tells(new NoteReturned(papers, 1, "not yet", Sample.EVA));
        seen();
        assertThat(note(papers, 1).resolvedBy()).isNull();
        assertThat(waitsFor(Sample.ANN, papers)).isTrue();

        told.tells(new NoteResolved(papers, 1, Sample.ANN));
        told.tells(new NoteClosed(papers, 1, Sample.EVA));
        seen();
        assertThat(note(papers, 1).state()).isEqualTo(NoteState.CLOSED);
        assertThat(note(papers, 1).words())
                .extracting(NoteWord::deed)
                .containsExactly(Deed.RESOLVED, Deed.RETURNED, Deed.RESOLVED, Deed.CLOSED);
        assertThat(waitsFor(Sample.EVA, papers)).isFalse();
    }

    @Test
    void aNoteGivenToNobodyWaitsForNobody() {
        SampleWorkpapers told = new SampleWorkpapers(sample()).point();
        told.tells(new NoteAssigned(told.papers, 1, null, Sample.EVA));
        seen();

        assertThat(note(told.papers, 1).assignee()).isNull();
        assertThat(waitsFor(Sample.ANN, told.papers)).isFalse();
    }

    @Test
    void whatRolledForwardAndWhatWasCarriedKnowEachOther() {
        SampleWorkpapers told = new SampleWorkpapers(sample()).point().rolledForward();
        seen();

        CloseId next = told.papers.next().close();
        NoteView before = note(told.papers, 1);
        NoteView after = workpapers.notes(next).getFirst();
        assertThat(before.state()).isEqualTo(NoteState.ROLLED_FORWARD);
        assertThat(before.to()).isEqualTo(new NoteLink(next, 1));
        assertThat(after.from()).isEqualTo(new NoteLink(told.papers.close(), 1));
        assertThat(after.kind()).isEqualTo(NoteKind.REVIEW_POINT);
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.by()).isEqualTo(before.by());
    }

    @Test
    void aWithdrawnFileStaysToBeSeen() {
        SampleWorkpapers told = new SampleWorkpapers(sample()).files();
        seen();

        List<EvidenceView> files = workpapers.evidence(told.papers.close());
        assertThat(files).extracting(EvidenceView::stands).containsExactly(false, true);
        assertThat(files.getFirst().reason()).isEqualTo("the wrong one");
        assertThat(files.getLast().sha256()).isEqualTo(Sample.HASH);
    }

    private NoteView note(WorkpapersId papers, int number) {
        return workpapers.note(papers.close(), number).orElseThrow();
    }

    private boolean waitsFor(PersonId person, WorkpapersId papers) {
        boolean listed = workpapers.waitingFor(person).stream()
                .anyMatch(note -> note.id().closeId().equals(papers.close()));
        assertThat(note(papers, 1).waitsFor(person)).isEqualTo(listed);
        return listed;
    }
}
