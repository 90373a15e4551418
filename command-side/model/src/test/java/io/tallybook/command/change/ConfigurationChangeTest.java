package io.tallybook.command.change;

import io.tallybook.command.Story;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.CompleteChange;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.change.ChangeCommand.RejectChange;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.ChangeEvent.ChangeProposed;
import io.tallybook.messages.change.ChangeEvent.ChangeRejected;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.change.SheetRows;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationChangeTest {
    private static final ChangeId ID = new ChangeId("c-1");
    private static final Sha256 CONTENT = Sha256.of("rows");
    private static final Sha256 OTHER = Sha256.of("other rows");
    private static final List<SheetRows> ROWS = List.of(new SheetRows("POINTS", 3));
    private static final PersonId ANOTHER = new PersonId("bob");
    private static final RefusedRow NO = new RefusedRow("POINTS", 2, "inlet", "The point is elsewhere.");

    private static final ChangeProposed PROPOSED =
            new ChangeProposed(ID, CONTENT, ROWS, "new border point", Story.ENGINEER);
    private static final ChangeApproved APPROVED = new ChangeApproved(ID, CONTENT, Story.ENGINEER, ANOTHER);
    private static final ChangeRejected REJECTED = new ChangeRejected(ID, "wrong zone", ANOTHER);
    private static final ChangeCompleted COMPLETED = new ChangeCompleted(ID, 2, 1, List.of(NO));

    private final Story story = Story.of(ConfigurationChange.class);

    @Test
    void isProposedOnceWithItsRowsAndItsReason() {
        story.given().when(propose(CONTENT, ROWS, "new border point")).then(PROPOSED);
        story.given(PROPOSED).when(propose(CONTENT, ROWS, "new border point")).thenNothing();
        story.given(PROPOSED).when(propose(OTHER, ROWS, "new border point")).thenRefused("change-exists");
        story.given().when(propose(CONTENT, ROWS, " ")).thenInvalid("a reason has 1 to 2,000 characters");
        story.given().when(propose(CONTENT, ROWS, "x".repeat(2001))).thenInvalid("a reason has 1 to 2,000 characters");
        story.given().when(propose(CONTENT, List.of(), "nothing")).thenRefused("nothing-changes");
    }

    @Test
    void namesAtMostTwentyFourSheets() {
        List<SheetRows> most = IntStream.range(0, 24)
                .mapToObj(i -> new SheetRows("SHEET" + i, 1))
                .toList();
        List<SheetRows> oneMore = Stream.concat(most.stream(), ROWS.stream()).toList();
        story.given()
                .when(propose(CONTENT, most, "much"))
                .then(new ChangeProposed(ID, CONTENT, most, "much", Story.ENGINEER));
        story.given().when(propose(CONTENT, oneMore, "more")).thenRefused("too-many-sheets");
    }

    @Test
    void isApprovedByAnotherPersonWhoSawThisContent() {
        story.given(PROPOSED).when(approve(CONTENT, ANOTHER)).then(APPROVED);
        story.given(PROPOSED).when(approve(CONTENT, Story.ENGINEER)).thenRefused("approver-proposed");
        story.given(PROPOSED).when(approve(OTHER, ANOTHER)).thenRefused("content-not-current");
        story.given(PROPOSED, APPROVED).when(approve(CONTENT, ANOTHER)).thenNothing();
        story.given().when(approve(CONTENT, ANOTHER)).thenRefused("not-found");
    }

    @Test
    void isRejectedByAnybodyAndThenNeverApproved() {
        story.given(PROPOSED).when(reject("wrong zone", ANOTHER)).then(REJECTED);
        story.given(PROPOSED)
                .when(reject("my mistake", Story.ENGINEER))
                .then(new ChangeRejected(ID, "my mistake", Story.ENGINEER));
        story.given(PROPOSED).when(reject("", ANOTHER)).thenInvalid("a reason has 1 to 2,000 characters");
        story.given(PROPOSED, REJECTED).when(reject("again", ANOTHER)).thenNothing();
        story.given(PROPOSED, REJECTED).when(approve(CONTENT, ANOTHER)).thenRefused("change-decided");
        story.given(PROPOSED, APPROVED).when(reject("too late", ANOTHER)).thenRefused("change-decided");
    }

    @Test
    void isCompletedOnceAfterItsApproval() {
        story.given(PROPOSED, APPROVED).when(complete(List.of(NO))).then(COMPLETED);
        story.given(PROPOSED, APPROVED, COMPLETED).when(complete(List.of())).thenNothing();
        story.given(PROPOSED).when(complete(List.of())).thenRefused("change-not-approved");
        story.given(PROPOSED, REJECTED).when(complete(List.of())).thenRefused("change-not-approved");
    }

    @Test
    void namesTheFirstTwentyRefusedRowsAndCutsWhatIsLong() {
        RefusedRow windy = new RefusedRow("POINTS", 1, "p".repeat(100), "s".repeat(1000));
        RefusedRow cut = new RefusedRow("POINTS", 1, "p".repeat(70), "s".repeat(300));
        List<RefusedRow> many = IntStream.range(0, 21).mapToObj(i -> windy).toList();
        List<RefusedRow> named = IntStream.range(0, 20).mapToObj(i -> cut).toList();
        story.given(PROPOSED, APPROVED)
                .when(new CompleteChange(ID, 0, 21, many, Story.AT))
                .then(new ChangeCompleted(ID, 0, 21, named));
    }

    private static ProposeChange propose(Sha256 content, List<SheetRows> rows, String reason) {
        return new ProposeChange(ID, content, rows, reason, Story.ENGINEER, Story.AT);
    }

    private static ApproveChange approve(Sha256 content, PersonId by) {
        return new ApproveChange(ID, content, by, Story.AT);
    }

    private static RejectChange reject(String reason, PersonId by) {
        return new RejectChange(ID, reason, by, Story.AT);
    }

    private static CompleteChange complete(List<RefusedRow> named) {
        return new CompleteChange(ID, 2, 1, named, Story.AT);
    }
}
