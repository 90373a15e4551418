package io.tallybook.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.UserId;
import io.tallybook.messages.access.AccessCommand.ApproveAccess;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.messages.access.AccessCommand.RevokeAccess;
import io.tallybook.messages.access.AccessEvent.AccessGranted;
import io.tallybook.messages.access.AccessEvent.AccessProposed;
import io.tallybook.messages.access.AccessEvent.AccessRevoked;
import io.tallybook.messages.access.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGrantTest {
    private static final UserId USER = new UserId("anna");
    private static final PersonId ADMIN = new PersonId("adam");
    private static final AccessGranted GRANTED =
            new AccessGranted(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN, null);
    private static final AccessRevoked REVOKED = new AccessRevoked(USER, "left", ADMIN);

    private static final PersonId OTHER = new PersonId("olga");
    private static final AccessProposed PROPOSED =
            new AccessProposed(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN);
    private static final AccessGranted APPROVED =
            new AccessGranted(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN, OTHER);

    private final Story story = Story.of(AccessGrant.class);

    @Test
    void isGrantedOnceAndChangesWithItsRoles() {
        story.given().when(grant(Story.ACCOUNTANT, Role.ACCOUNTANT)).then(GRANTED);
        story.given(GRANTED).when(grant(Story.ACCOUNTANT, Role.ACCOUNTANT)).thenNothing();
        story.given(GRANTED)
                .when(grant(Story.ACCOUNTANT, Role.ACCOUNTANT, Role.VIEWER))
                .then(new AccessGranted(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT, Role.VIEWER), ADMIN, null));
    }

    @Test
    void anAccountNeverChangesHands() {
        story.given(GRANTED).when(grant(ADMIN, Role.ACCOUNTANT)).thenRefused("another-persons-account");
    }

    @Test
    void nobodyActsAsTheHouseAndNobodyHasNoRole() {
        story.given().when(grant(Story.ACCOUNTANT, Role.PROCESS)).thenRefused("process-is-nobody");
        story.given().when(grant(Story.ACCOUNTANT)).thenRefused("no-roles");
    }

    @Test
    void isRevokedOnceWithAReasonAndMayBeGrantedAgain() {
        story.given(GRANTED).when(revoke("left")).then(REVOKED);
        story.given(GRANTED, REVOKED).when(revoke("left")).thenNothing();
        story.given(GRANTED).when(revoke("")).thenRefused("reason-required");
        story.given(GRANTED, REVOKED)
                .when(grant(Story.ACCOUNTANT, Role.ACCOUNTANT))
                .then(GRANTED);
    }

    @Test
    void waitsForAnotherAdminWhileThereIsOne() {
        story.given().when(propose(Role.ACCOUNTANT)).then(PROPOSED);
        story.given(PROPOSED).when(propose(Role.ACCOUNTANT)).thenNothing();
        story.given(PROPOSED).when(approve(OTHER, Role.ACCOUNTANT)).then(APPROVED);
        story.given(PROPOSED, APPROVED).when(approve(OTHER, Role.ACCOUNTANT)).thenNothing();
        story.given(PROPOSED).when(approve(ADMIN, Role.ACCOUNTANT)).thenRefused("approver-proposed");
        story.given(PROPOSED).when(approve(Story.ACCOUNTANT, Role.ACCOUNTANT)).thenRefused("own-access");
        story.given(PROPOSED).when(approve(OTHER, Role.VIEWER)).thenRefused("content-not-current");
        story.given().when(approve(OTHER, Role.VIEWER)).thenRefused("not-found");
    }

    @Test
    void aNewProposalTakesThePlaceOfTheOneBefore() {
        AccessProposed viewer = new AccessProposed(USER, Story.ACCOUNTANT, Set.of(Role.VIEWER), ADMIN);
        story.given(PROPOSED).when(propose(Role.VIEWER)).then(viewer);
        story.given(PROPOSED, viewer).when(approve(OTHER, Role.ACCOUNTANT)).thenRefused("content-not-current");
    }

    @Test
    void whatIsRevokedIsNoLongerProposed() {
        story.given(PROPOSED).when(revoke("left")).then(REVOKED);
        story.given(PROPOSED, REVOKED).when(approve(OTHER, Role.ACCOUNTANT)).thenRefused("not-found");
    }

    private static GrantAccess propose(Role role) {
        return new GrantAccess(USER, Story.ACCOUNTANT, Set.of(role), 1, ADMIN, Story.AT);
    }

    private static ApproveAccess approve(PersonId by, Role role) {
        return new ApproveAccess(USER, Set.of(role), by, Story.AT);
    }

    @Test
    void isNotFoundBeforeItIsGranted() {
        story.given().when(revoke("left")).thenRefused("not-found");
    }

    private static GrantAccess grant(PersonId person, Role... roles) {
        return new GrantAccess(USER, person, Set.of(roles), 0, ADMIN, Story.AT);
    }

    private static RevokeAccess revoke(String reason) {
        return new RevokeAccess(USER, reason, ADMIN, Story.AT);
    }

    @Test
    void aLimitIsGrantedAndApprovedLikeARole() {
        Money million = new Money(new BigDecimal("1000000.00"), "USD");
        AccessProposed limited =
                new AccessProposed(USER, Story.ACCOUNTANT, Set.of(Role.APPROVER), ADMIN, million, null);
        story.given(limited)
                .when(new ApproveAccess(USER, Set.of(Role.APPROVER), OTHER, Story.AT))
                .thenRefused("content-not-current");
        story.given(limited)
                .when(new ApproveAccess(USER, Set.of(Role.APPROVER), million, null, OTHER, Story.AT))
                .then(new AccessGranted(USER, Story.ACCOUNTANT, Set.of(Role.APPROVER), ADMIN, OTHER, million, null));
    }

    @Test
    void aScopeIsGrantedAndApprovedLikeARole() {
        Scope denmark = new Scope(List.of(new CloseGroup("denmark")));
        Scope both = new Scope(List.of(new CloseGroup("sweden"), new CloseGroup("denmark"), new CloseGroup("sweden")));
        AccessProposed scoped =
                new AccessProposed(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN, null, denmark);
        assertThat(both.words()).isEqualTo("denmark, sweden");
        story.given(scoped)
                .when(new ApproveAccess(USER, Set.of(Role.ACCOUNTANT), null, both, OTHER, Story.AT))
                .thenRefused("content-not-current");
        AccessGranted granted =
                new AccessGranted(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN, OTHER, null, denmark);
        story.given(scoped)
                .when(new ApproveAccess(USER, Set.of(Role.ACCOUNTANT), null, denmark, OTHER, Story.AT))
                .then(granted);
        story.given(granted)
                .when(new GrantAccess(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), null, both, 1, ADMIN, Story.AT))
                .then(new AccessProposed(USER, Story.ACCOUNTANT, Set.of(Role.ACCOUNTANT), ADMIN, null, both));
        story.given()
                .when(new GrantAccess(USER, Story.ACCOUNTANT, Set.of(Role.ADMIN), null, both, 0, ADMIN, Story.AT))
                .thenRefused("admin-reaches-all");
    }
}
