package io.tallybook.query;

import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersEvent;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceAttached;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceWithdrawn;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteAnswered;
import io.tallybook.messages.workpapers.WorkpapersEvent.NoteWritten;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersEvent.WorkpapersSealed;
import io.tallybook.messages.workpapers.WorkpapersId;

/** Eva asks Ann about the balance of October; two files prove it, one of them by mistake. */
final class SampleWorkpapers {
    private static final Subject BALANCE = Subject.task(CloseStep.BALANCE);

    final WorkpapersId papers;
    private final Sample sample;

    SampleWorkpapers(Sample sample) {
        this.sample = sample;
        this.papers = WorkpapersId.of(sample.close);
    }

    SampleWorkpapers tells(WorkpapersEvent event) {
        sample.tells(event.papers(), event);
        return this;
    }

    SampleWorkpapers point() {
        return tells(new NoteWritten(papers, 1, BALANCE, NoteKind.REVIEW_POINT, "why?", Sample.ANN, Sample.EVA));
    }

    SampleWorkpapers answered() {
        return tells(new NoteAnswered(papers, 1, "the line was packed", Sample.ANN));
    }

    SampleWorkpapers files() {
        tells(attached(1));
        tells(new EvidenceWithdrawn(papers, 1, "the wrong one", Sample.ANN));
        return tells(attached(2));
    }

    private EvidenceAttached attached(int number) {
        return new EvidenceAttached(
                papers, number, BALANCE, Sample.HASH, "proof.pdf", 7, "application/pdf", Sample.ANN);
    }

    SampleWorkpapers rolledForward() {
        WorkpapersId next = papers.next();
        tells(new WorkpapersSealed(papers, Sample.HASH));
        tells(new ReviewPointRolledForward(papers, 1, next, BALANCE, "why?", Sample.ANN, Sample.EVA));
        return tells(new ReviewPointCarried(next, 1, papers, 1, BALANCE, "why?", Sample.ANN, Sample.EVA));
    }
}
