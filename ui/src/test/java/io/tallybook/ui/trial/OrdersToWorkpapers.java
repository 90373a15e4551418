package io.tallybook.ui.trial;

import io.tallybook.messages.Command;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.DelegationCommand.DelegateApproval;
import io.tallybook.messages.access.DelegationCommand.RevokeDelegation;
import io.tallybook.messages.access.DelegationsId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.processing.ClaimCommand.ClearStaleClaim;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.messages.workpapers.NoteKind;
import io.tallybook.messages.workpapers.Subject;
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
import io.tallybook.messages.workpapers.WorkpapersId;
import io.tallybook.saga.whole.House;
import java.time.Instant;
import java.util.List;

/** Orders to the working papers of a locked month, to who may sign and who works: they go on, for they move no figure. */
final class OrdersToWorkpapers {
    private static final PersonId EVE = new PersonId("eve");

    private final LockedMonth month;

    OrdersToWorkpapers(LockedMonth month) {
        this.month = month;
    }

    List<Command> all() {
        Instant at = House.now();
        WorkpapersId papers = WorkpapersId.of(month.system.close());
        DelegationsId group = DelegationsId.of(month.system.close().group());
        Subject balance = Subject.task(CloseStep.BALANCE);
        return List.of(
                new WriteNote(papers, balance, NoteKind.REVIEW_POINT, "an attempt", EVE, EVE, at),
                new AnswerNote(papers, 1, "an attempt", EVE, at),
                new AssignNote(papers, 1, null, EVE, at),
                new ResolveNote(papers, 1, EVE, at),
                new CloseNote(papers, 1, EVE, at),
                new ReturnNote(papers, 1, "an attempt", EVE, at),
                new AttachEvidence(papers, balance, Sha256.of("other"), "other.pdf", 5, "application/pdf", EVE, at),
                new WithdrawEvidence(papers, 1, "an attempt", EVE, at),
                new RollForward(papers, Sha256.of("other"), at),
                new CarryNote(papers, papers, 99, balance, "an attempt", null, EVE, at),
                new DelegateApproval(
                        group, new UserId("eve"), new PersonId("bob"), at, at.plusSeconds(60), "an attempt", EVE, at),
                new RevokeDelegation(group, 1, "an attempt", EVE, at),
                new ClearStaleClaim(
                        ClaimId.ofSegment("process-retired", 0),
                        "gone",
                        at.minusSeconds(60),
                        true,
                        "an attempt",
                        EVE,
                        at));
    }
}
