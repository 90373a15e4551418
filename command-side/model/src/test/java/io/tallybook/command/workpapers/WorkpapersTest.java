package io.tallybook.command.workpapers;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.command.Tale;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand;
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
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceAttached;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkpapersTest {
    private static final WorkpapersId OCTOBER = new WorkpapersId("dk/2024-10");
    private static final WorkpapersId NOVEMBER = new WorkpapersId("dk/2024-11");
    private static final Subject BALANCE = Subject.task(CloseStep.BALANCE);
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    private static final PersonId ANN = new PersonId("ann");
    private static final PersonId BO = new PersonId("bo");
    private static final PersonId EVA = new PersonId("eva");
    private static final Sha256 LOCK = Sha256.of("lock");

    private final Tale<Workpapers> papers = new Tale<>(Workpapers.class);

    @Test
    void aReviewPointIsResolvedByOneAndClosedByAnother() {
        papers.told(point("why?", EVA, BO));
        assertThat(papers.refusal(close(1, EVA))).isEqualTo("not-resolved");

        papers.told(new ResolveNote(OCTOBER, 1, BO, AT));
        assertThat(papers.refusal(close(1, BO))).isEqualTo("resolver-may-not-close");
        assertThat(names(papers.when(close(1, EVA)))).containsExactly("NoteClosed");
    }

    @Test
    void itsAuthorClosesItUnlessSheResolvedItHerself() {
        papers.told(point("why?", EVA, null), new ResolveNote(OCTOBER, 1, EVA, AT));

        assertThat(papers.refusal(close(1, EVA))).isEqualTo("resolver-may-not-close");
        assertThat(names(papers.when(close(1, ANN)))).containsExactly("NoteClosed");
    }

    @Test
    void whoIsNotSatisfiedSendsItBackAndItIsResolvedAnew() {
        papers.told(point("why?", EVA, BO), new ResolveNote(OCTOBER, 1, BO, AT));
        papers.told(new ReturnNote(OCTOBER, 1, "the figure is still there", EVA, AT));

        assertThat(papers.refusal(close(1, EVA))).isEqualTo("not-resolved");
        papers.told(new ResolveNote(OCTOBER, 1, EVA, AT));
        assertThat(names(papers.when(close(1, BO)))).containsExactly("NoteClosed");
    }

    @Test
    void aNoteIsClosedByAnybodyAtAnyTime() {
        papers.told(new WriteNote(OCTOBER, BALANCE, NoteKind.NOTE, "seen", null, ANN, AT));

        assertThat(names(papers.when(close(1, ANN)))).containsExactly("NoteClosed");
    }

    @Test
    void theSameOrderAgainChangesNothing() {
        papers.told(point("why?", EVA, BO));
        assertThat(papers.when(point("why?", EVA, BO))).isEmpty();
        assertThat(papers.when(new AssignNote(OCTOBER, 1, BO, EVA, AT))).isEmpty();

        papers.told(new AnswerNote(OCTOBER, 1, "because", BO, AT));
        assertThat(papers.when(new AnswerNote(OCTOBER, 1, "because", BO, AT))).isEmpty();
        assertThat(names(papers.when(new AnswerNote(OCTOBER, 1, "because", EVA, AT))))
                .containsExactly("NoteAnswered");

        papers.told(new ResolveNote(OCTOBER, 1, BO, AT));
        assertThat(papers.when(new ResolveNote(OCTOBER, 1, ANN, AT))).isEmpty();
        papers.told(close(1, EVA));
        assertThat(papers.when(close(1, EVA))).isEmpty();
    }

    @Test
    void theLockRollsForwardWhatIsUnresolvedOfItsReviewPointsWordForWordAndOnce() {
        papers.told(
                point("why?", EVA, BO),
                point("settled", EVA, BO),
                new WriteNote(OCTOBER, BALANCE, NoteKind.NOTE, "seen", null, ANN, AT),
                new ResolveNote(OCTOBER, 2, BO, AT));

        assertThat(names(papers.when(new RollForward(OCTOBER, LOCK, AT))))
                .containsExactly("WorkpapersSealed", "ReviewPointRolledForward");
        papers.told(new RollForward(OCTOBER, LOCK, AT));
        assertThat(papers.latest(ReviewPointRolledForward.class))
                .isEqualTo(new ReviewPointRolledForward(OCTOBER, 1, NOVEMBER, BALANCE, "why?", BO, EVA));
        assertThat(papers.when(new RollForward(OCTOBER, LOCK, AT))).isEmpty();
        assertThat(names(papers.when(new RollForward(OCTOBER, Sha256.of("locked again"), AT))))
                .containsExactly("WorkpapersSealed");
    }

    @Test
    void whatWentOnIsDealtWithInTheNextMonthOnlyAndWhatWasResolvedCanStillBeClosedHere() {
        papers.told(point("why?", EVA, BO), point("settled", EVA, BO), new ResolveNote(OCTOBER, 2, BO, AT));
        papers.told(new RollForward(OCTOBER, LOCK, AT));

        assertThat(papers.refusal(new ResolveNote(OCTOBER, 1, BO, AT))).isEqualTo("rolled-forward");
        assertThat(papers.refusal(new AnswerNote(OCTOBER, 1, "late", BO, AT))).isEqualTo("rolled-forward");
        assertThat(papers.refusal(new ReturnNote(OCTOBER, 1, "late", BO, AT))).isEqualTo("rolled-forward");
        assertThat(papers.refusal(close(1, ANN))).isEqualTo("rolled-forward");
        assertThat(names(papers.when(close(2, EVA)))).containsExactly("NoteClosed");
    }

    @Test
    void theNextMonthTakesItOverUnderItsOwnNumberAndOnce() {
        papers.told(new WriteNote(NOVEMBER, BALANCE, NoteKind.NOTE, "seen", null, ANN, AT), carry());

        assertThat(papers.latest(ReviewPointCarried.class))
                .isEqualTo(new ReviewPointCarried(NOVEMBER, 2, OCTOBER, 1, BALANCE, "why?", BO, EVA));
        assertThat(papers.when(carry())).isEmpty();
        papers.told(new ResolveNote(NOVEMBER, 2, BO, AT));
        assertThat(papers.refusal(close(2, NOVEMBER, BO))).isEqualTo("resolver-may-not-close");
    }

    @Test
    void takesAtMost500NotesOfPeopleAndEveryOneThatIsCarried() {
        for (int i = 0; i < Workpapers.MOST_NOTES; i++) {
            papers.told(new WriteNote(NOVEMBER, BALANCE, NoteKind.NOTE, "note " + i, null, ANN, AT));
        }

        assertThat(papers.refusal(new WriteNote(NOVEMBER, BALANCE, NoteKind.NOTE, "one more", null, ANN, AT)))
                .isEqualTo("too-many-notes");
        assertThat(names(papers.when(carry()))).containsExactly("ReviewPointCarried");
    }

    @Test
    void aNoteHasAtMost50Answers() {
        papers.told(point("why?", EVA, BO));
        for (int i = 0; i < Workpapers.MOST_ANSWERS; i++) {
            papers.told(new AnswerNote(OCTOBER, 1, "because " + i, BO, AT));
        }

        assertThat(papers.refusal(new AnswerNote(OCTOBER, 1, "one more", BO, AT)))
                .isEqualTo("too-many-answers");
    }

    @Test
    void theSameFileOnTheSameLineIsOneAndOnAnotherLineIsAnother() {
        papers.told(attach(BALANCE, "proof.pdf"));

        assertThat(papers.when(attach(BALANCE, "proof-again.pdf"))).isEmpty();
        papers.told(attach(Subject.task(CloseStep.REVIEW), "proof.pdf"));
        assertThat(papers.latest(EvidenceAttached.class).evidence()).isEqualTo(2);
    }

    @Test
    void aFileIsWithdrawnByWhoAttachedItUntilTheMonthLocksWithIt() {
        papers.told(attach(BALANCE, "proof.pdf"));
        assertThat(papers.refusal(withdraw(1, BO))).isEqualTo("another-persons-evidence");
        papers.told(withdraw(1, ANN));
        assertThat(papers.when(withdraw(1, ANN))).isEmpty();

        papers.told(attach(BALANCE, "proof.pdf"), new RollForward(OCTOBER, LOCK, AT));
        assertThat(papers.refusal(withdraw(2, ANN))).isEqualTo("month-is-locked");
        papers.told(attach(Subject.task(CloseStep.LOCK), "later.pdf"));
        assertThat(names(papers.when(withdraw(3, ANN)))).containsExactly("EvidenceWithdrawn");
    }

    @Test
    void aCloseHasAtMost500Files() {
        for (int i = 0; i < Evidence.MOST_FILES; i++) {
            papers.told(attach(Sha256.of("file " + i), 1));
        }

        assertThat(papers.refusal(attach(Sha256.of("one more"), 1))).isEqualTo("too-many-files");
    }

    @Test
    void aFileHasAByteAndAtMost25MiB() {
        assertThat(names(papers.when(attach(LOCK, WorkpapersCommand.MOST_BYTES))))
                .hasSize(1);
        assertThatThrownBy(() -> attach(LOCK, WorkpapersCommand.MOST_BYTES + 1)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> attach(LOCK, 0)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a\\b", ".hidden", "", "a\nb", "<b>"})
    void aFilesNameIsAPlainOne(String name) {
        assertThatThrownBy(() -> attach(BALANCE, name)).isInstanceOf(Invalid.class);
    }

    private static WriteNote point(String text, PersonId by, @Nullable PersonId assignee) {
        return new WriteNote(OCTOBER, BALANCE, NoteKind.REVIEW_POINT, text, assignee, by, AT);
    }

    private static CarryNote carry() {
        return new CarryNote(NOVEMBER, OCTOBER, 1, BALANCE, "why?", BO, EVA, AT);
    }

    private static CloseNote close(int note, PersonId by) {
        return close(note, OCTOBER, by);
    }

    private static CloseNote close(int note, WorkpapersId of, PersonId by) {
        return new CloseNote(of, note, by, AT);
    }

    private static AttachEvidence attach(Subject subject, String name) {
        return new AttachEvidence(OCTOBER, subject, LOCK, name, 7, "application/pdf", ANN, AT);
    }

    private static AttachEvidence attach(Sha256 file, long bytes) {
        return new AttachEvidence(OCTOBER, BALANCE, file, "proof.pdf", bytes, "application/pdf", ANN, AT);
    }

    private static WithdrawEvidence withdraw(int evidence, PersonId by) {
        return new WithdrawEvidence(OCTOBER, evidence, "the wrong file", by, AT);
    }
}
