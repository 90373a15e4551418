package io.tallybook.ui.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.UserId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.accrual.AccrualView.AccrualApprovalView;
import io.tallybook.query.close.EscalatedTo;
import io.tallybook.query.close.NextOpening;
import io.tallybook.query.close.StepState;
import io.tallybook.query.close.StepView;
import io.tallybook.query.journal.JournalState;
import io.tallybook.query.journal.JournalView;
import io.tallybook.ui.access.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseWorkTest {
    private static final CloseId CLOSE = new CloseId("dk/2024-10");
    private static final List<StepView> STEPS = List.of(
            step(CloseStep.OPEN, null),
            step(CloseStep.COMPLETENESS, EscalatedTo.MEASUREMENT_LEAD),
            step(CloseStep.BALANCE, EscalatedTo.CLOSE_MANAGER),
            step(CloseStep.APPROVE, EscalatedTo.CONTROLLER),
            step(CloseStep.LOCK, EscalatedTo.CFO));

    @Test
    void whatIsLateWithTheMetersIsTheEngineersToSeeTo() {
        assertThat(CloseWork.escalated(CLOSE, STEPS, account(Role.ENGINEER)))
                .containsExactly(
                        new WorkItem(WorkKind.ESCALATED, CLOSE, "COMPLETENESS", "", "/close/dk/2024-10", null));
    }

    @Test
    void everythingElseIsTheApprovers() {
        assertThat(CloseWork.escalated(CLOSE, STEPS, account(Role.APPROVER)))
                .extracting(WorkItem::subject)
                .containsExactly("BALANCE", "APPROVE", "LOCK");
    }

    @Test
    void nobodyElseIsTold() {
        assertThat(CloseWork.escalated(CLOSE, STEPS, account(Role.ACCOUNTANT))).isEmpty();
        assertThat(CloseWork.escalated(CLOSE, STEPS, account(Role.VIEWER))).isEmpty();
    }

    @Test
    void anAccrualIsAnothersToApproveThanWhoPreparedIt() {
        AccrualView waiting = waiting(List.of());

        assertThat(CloseWork.accrual(waiting, new PersonId("bo")).may()).isTrue();
        assertThat(CloseWork.accrual(waiting, new PersonId("anna")).why()).isEqualTo("proposed");
    }

    @Test
    void theSecondApprovalOfAnAccrualIsNotTheFirstOnes() {
        AccrualView waiting = waiting(List.of(new AccrualApprovalView(new PersonId("bo"), Instant.EPOCH, 7)));

        assertThat(CloseWork.accrual(waiting, new PersonId("bo")).why()).isEqualTo("approvedAlready");
        assertThat(CloseWork.accrual(waiting, new PersonId("carla")).may()).isTrue();
    }

    @Test
    void aJournalOfAdjustmentsTheErpRefusedIsTheAccountantsToPostAgain() {
        List<JournalView> refused = List.of(refused("dk/2024-11/PPA/2", "account 5910 is not known"));

        assertThat(CloseWork.refused(refused, account(Role.ACCOUNTANT)))
                .containsExactly(new WorkItem(
                        WorkKind.JOURNAL,
                        new CloseId("dk/2024-11"),
                        "dk/2024-11/PPA/2",
                        "account 5910 is not known",
                        "/close/dk/2024-11/journal/PPA/2",
                        null));
        assertThat(CloseWork.refused(refused, account(Role.APPROVER))).isEmpty();
    }

    @Test
    void aPeriodThatShouldBeOpenIsTheAccountantsAndLaterAlsoTheManagersToSeeTo() {
        assertThat(unopened(null, Role.ACCOUNTANT)).isEmpty();
        assertThat(unopened(Escalation.OWNER, Role.ACCOUNTANT))
                .containsExactly(new WorkItem(WorkKind.OPEN, new CloseId("dk/2024-11"), "2024-11", "", "/close", null));
        assertThat(unopened(Escalation.OWNER, Role.APPROVER)).isEmpty();
        assertThat(unopened(Escalation.LEAD, Role.APPROVER))
                .containsExactly(
                        new WorkItem(WorkKind.ESCALATED, new CloseId("dk/2024-11"), "OPEN", "", "/close", null));
        assertThat(unopened(Escalation.MANAGER, Role.VIEWER)).isEmpty();
    }

    private static List<WorkItem> unopened(@Nullable Escalation late, Role role) {
        NextOpening next = new NextOpening(new AccountingPeriod("2024-11"), Instant.EPOCH, late);
        return CloseWork.unopened(new CloseGroup("dk"), Optional.of(next), account(role))
                .toList();
    }

    @Test
    void aRejectedReadingGoesToWhoLeadsAfterEightHoursAndToWhoRunsTheCloseAfterADay() {
        Duration lead = Duration.ofHours(8);
        Duration manager = Duration.ofHours(24);
        assertThat(CloseWork.isToldOfRejected(lead.minusMillis(1), account(Role.ENGINEER)))
                .isFalse();
        assertThat(CloseWork.isToldOfRejected(lead, account(Role.ENGINEER))).isTrue();
        assertThat(CloseWork.isToldOfRejected(manager.minusMillis(1), account(Role.APPROVER)))
                .isFalse();
        assertThat(CloseWork.isToldOfRejected(manager, account(Role.APPROVER))).isTrue();
        assertThat(CloseWork.isToldOfRejected(manager, account(Role.ACCOUNTANT)))
                .isFalse();
    }

    private static JournalView refused(String journal, String reason) {
        JournalId id = new JournalId(journal);
        return new JournalView(
                id,
                id.close(),
                1,
                JournalState.POSTING_FAILED,
                List.of(),
                null,
                null,
                1,
                null,
                null,
                null,
                null,
                reason,
                null,
                null,
                7);
    }

    private static AccrualView waiting(List<AccrualApprovalView> approvals) {
        return new AccrualView(
                CLOSE,
                1,
                AccrualState.PROPOSED,
                List.of(),
                new AccountMapId("books"),
                5,
                Sha256.of("an accrual"),
                "",
                new PersonId("anna"),
                Instant.EPOCH,
                approvals,
                null,
                null,
                null,
                null,
                null,
                6);
    }

    private static StepView step(CloseStep step, @Nullable EscalatedTo whom) {
        return new StepView(
                step,
                StepState.LATE,
                Role.ACCOUNTANT,
                Role.APPROVER,
                List.of(),
                3,
                Instant.EPOCH,
                true,
                Instant.EPOCH,
                whom,
                0,
                1,
                "points",
                0,
                null,
                null,
                null);
    }

    private static Account account(Role role) {
        return new Account(new UserId("ann"), new PersonId("ann"), "Ann", Set.of(role), "");
    }
}
