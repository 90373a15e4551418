package io.tallybook.ui.close;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.accrual.AccrualView.AccrualApprovalView;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.ui.access.Account;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccruingTest {
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final String OCTOBER = "2024-10";
    private static final String NOVEMBER = "2024-11";

    @Test
    void whoPreparedItDoesNotApproveIt() {
        assertThat(waiting(account("anna", Role.APPROVER), List.of()).whyNotApprove())
                .isEqualTo("accrual.prepared");
    }

    @Test
    void whoHasApprovedItDoesNotApproveItTwice() {
        Accruing accruing = waiting(account("bo", Role.APPROVER), List.of("bo"));

        assertThat(accruing.whyNotApprove()).isEqualTo("accrual.hasApproved");
    }

    @Test
    void anotherApproverApprovesIt() {
        assertThat(waiting(account("carla", Role.APPROVER), List.of("bo")).whyNotApprove())
                .isEmpty();
        assertThat(waiting(account("carla", Role.ENGINEER), List.of("bo")).whyNotApprove())
                .isEqualTo("accrual.needsApprover");
    }

    @Test
    void theKeyOfTheNextPeriodTakesItBackWhateverItsNumber() {
        Accruing accruing = released(
                posting(1, OCTOBER, KeyState.REJECTED),
                posting(2, OCTOBER, KeyState.ACKNOWLEDGED),
                posting(3, NOVEMBER, KeyState.REQUESTED));

        assertThat(accruing.booking().map(PostingView::posting)).contains(2);
        assertThat(accruing.reversal().map(PostingView::posting)).contains(3);
        assertThat(accruing.rejected()).isFalse();
    }

    @Test
    void whatTheErpRefusedLastIsHandedOverAgainByAnAccountant() {
        Accruing accruing = released(posting(1, OCTOBER, KeyState.REJECTED));

        assertThat(accruing.rejected()).isTrue();
        assertThat(accruing.mayHandOver()).isTrue();
        assertThat(accruing.reversal()).isEmpty();
    }

    private static Accruing waiting(Account account, List<String> approvers) {
        return new Accruing("", accrual(AccrualState.PROPOSED, null, approvers), List.of(), List.of(), account);
    }

    private static Accruing released(PostingView... postings) {
        return new Accruing(
                "accrual.why.released",
                accrual(AccrualState.RELEASED, new AccountingPeriod(NOVEMBER), List.of("bo")),
                List.of(),
                List.of(postings),
                account("anna", Role.ACCOUNTANT));
    }

    private static AccrualView accrual(
            AccrualState state, @Nullable AccountingPeriod reversedIn, List<String> approvers) {
        return new AccrualView(
                CLOSE,
                1,
                state,
                List.of(),
                new AccountMapId("books"),
                5,
                Sha256.of("an accrual"),
                "",
                new PersonId("anna"),
                Instant.EPOCH,
                approvers.stream()
                        .map(by -> new AccrualApprovalView(new PersonId(by), Instant.EPOCH, 7))
                        .toList(),
                null,
                reversedIn,
                null,
                null,
                null,
                6);
    }

    private static PostingView posting(int number, String bookedIn, KeyState state) {
        return new PostingView(
                PostingKey.of(JournalId.ofAccrual(CLOSE, 1), number),
                number,
                new AccountingPeriod(bookedIn),
                state,
                2,
                Money.zero("EUR"),
                Money.zero("EUR"),
                Sha256.of("lines"),
                null,
                0,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                List.of(),
                8);
    }

    private static Account account(String person, Role role) {
        return new Account(new UserId(person), new PersonId(person), person, Set.of(role), "");
    }
}
