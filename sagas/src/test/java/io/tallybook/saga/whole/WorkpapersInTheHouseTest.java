package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersCommand.ResolveNote;
import io.tallybook.messages.workpapers.WorkpapersCommand.RollForward;
import io.tallybook.messages.workpapers.WorkpapersCommand.WriteNote;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointCarried;
import io.tallybook.messages.workpapers.WorkpapersEvent.ReviewPointRolledForward;
import io.tallybook.messages.workpapers.WorkpapersEvent.WorkpapersSealed;
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.saga.Example;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Review points of a month that locks go on in the next. */
class WorkpapersInTheHouseTest extends SmallMonthClose {
    private static final WorkpapersId PAPERS = WorkpapersId.of(Example.CLOSE);
    private static final Subject BALANCE = Subject.task(CloseStep.BALANCE);
    private static final PersonId BOB = new PersonId("bob");

    @Test
    void theLockCarriesWhatIsUnresolvedIntoTheNextMonthWordForWordAndOnce() throws IOException {
        month.record();
        point("why so much at Ellund?");
        point("settled in time");
        give("anna", Role.ACCOUNTANT, new ResolveNote(PAPERS, 2, SmallMonth.ACCOUNTANT, House.now()));
        toCutoff();
        finish(house.await(Example.CLOSE, PackReady.class).packHash());

        ReviewPointCarried carried = house.await(PAPERS.next(), ReviewPointCarried.class);
        assertThat(carried)
                .isEqualTo(new ReviewPointCarried(
                        PAPERS.next(), 1, PAPERS, 1, BALANCE, "why so much at Ellund?", SmallMonth.ACCOUNTANT, BOB));

        PeriodLocked lock = house.all(PeriodLocked.class).getFirst();
        give("process", Role.PROCESS, new RollForward(PAPERS, lock.chainHash(), House.now()));
        house.awaitQuiet();
        assertThat(house.all(WorkpapersSealed.class)).hasSize(1);
        assertThat(house.all(ReviewPointRolledForward.class)).hasSize(1);
        assertThat(house.all(ReviewPointCarried.class)).hasSize(1);
    }

    private void point(String text) {
        give(
                "bob",
                Role.APPROVER,
                new WriteNote(PAPERS, BALANCE, NoteKind.REVIEW_POINT, text, SmallMonth.ACCOUNTANT, BOB, House.now()));
    }

    private void give(String person, Role role, Command order) {
        assertThat(house.order(person, role, order).done()).isTrue();
    }
}
