package io.tallybook.ui.mine;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.Escalation;
import io.tallybook.messages.variance.ExplanationState;
import io.tallybook.query.accrual.AccrualQueries;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.balance.BalanceQueries;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.BlockerLink.ToBalance;
import io.tallybook.query.close.BlockerLink.ToDeadLetters;
import io.tallybook.query.close.BlockerLink.ToVariances;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.EscalatedTo;
import io.tallybook.query.close.NextOpening;
import io.tallybook.query.close.ReopeningView;
import io.tallybook.query.close.StepView;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.variance.VarianceQueries;
import io.tallybook.query.variance.VarianceReviewView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.LentRights;
import io.tallybook.ui.close.BlockerWays;
import io.tallybook.ui.close.Signing;
import io.tallybook.ui.frame.Ways;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for a person in the closes that are open, and in those that are asked to be opened again. */
@Component
class CloseWork {
    private static final Duration REJECTED_TO_LEAD = Duration.ofHours(8);
    private static final Duration REJECTED_TO_MANAGER = Duration.ofHours(24);

    private final CloseQueries closes;
    private final BalanceQueries balances;
    private final VarianceQueries variances;
    private final AccrualQueries accruals;
    private final JournalQueries journals;
    private final DeadLetterQueries deadLetters;
    private final LentRights rights;
    private final Clock clock;

    CloseWork(
            CloseQueries closes,
            BalanceQueries balances,
            VarianceQueries variances,
            AccrualQueries accruals,
            JournalQueries journals,
            DeadLetterQueries deadLetters,
            LentRights rights,
            Clock clock) {
        this.closes = closes;
        this.balances = balances;
        this.variances = variances;
        this.accruals = accruals;
        this.journals = journals;
        this.deadLetters = deadLetters;
        this.rights = rights;
        this.clock = clock;
    }

    Stream<WorkItem> of(Account account) {
        List<CalendarView> calendars = closes.calendars();
        Stream<WorkItem> ofCloses = Stream.concat(
                calendars.stream()
                        .flatMap(calendar -> calendar.periods().stream())
                        .filter(period -> period.status() != CloseStatus.LOCKED)
                        .flatMap(period -> closes.overview(period.closeId(), clock.instant()).stream())
                        .flatMap(close -> Stream.of(
                                        blockers(close, account),
                                        escalated(close.closeId(), close.steps(), account),
                                        rejected(close, account),
                                        next(close, account),
                                        lent(close, account),
                                        accruals(close.closeId(), account))
                                .flatMap(items -> items)),
                calendars.stream()
                        .flatMap(calendar -> Stream.concat(
                                unopened(calendar.group(), calendar.opening(clock.instant()), account),
                                reopenings(calendar, account))));
        return Stream.concat(ofCloses, refused(journals.refused(), account));
    }

    /** What the ERP refused of adjustments and accruals: no close waits for it, so that its blockers do not name it. */
    static Stream<WorkItem> refused(List<JournalView> journals, Account account) {
        return account.is(Role.ACCOUNTANT)
                ? journals.stream()
                        .map(journal -> new WorkItem(
                                WorkKind.JOURNAL,
                                journal.closeId(),
                                journal.journal().value(),
                                journal.failure() == null ? "" : journal.failure(),
                                Ways.erp(journal.journal()),
                                null))
                : Stream.empty();
    }

    /** A step that is late for long goes to whoever was told of it further up. */
    static Stream<WorkItem> escalated(CloseId close, List<StepView> steps, Account account) {
        return steps.stream()
                .filter(step -> step.escalatedTo() != null
                        && account.is(step.escalatedTo().role()))
                .map(step -> new WorkItem(WorkKind.ESCALATED, close, step.step().name(), "", Ways.close(close), null));
    }

    /** A period that should be open is an accountant's to open, later also of those who run the closes to see to. */
    static Stream<WorkItem> unopened(CloseGroup group, Optional<NextOpening> next, Account account) {
        return next.stream()
                .filter(opening -> opening.late() != null)
                .flatMap(opening -> Stream.of(WorkKind.OPEN, WorkKind.ESCALATED)
                        .filter(kind ->
                                kind == WorkKind.OPEN ? account.is(Role.ACCOUNTANT) : isToldOf(opening, account))
                        .map(kind -> new WorkItem(
                                kind,
                                CloseId.of(group, opening.period()),
                                kind == WorkKind.OPEN ? opening.period().value() : CloseStep.OPEN.name(),
                                "",
                                "/close",
                                null)));
    }

    private static boolean isToldOf(NextOpening opening, Account account) {
        return opening.late() != Escalation.OWNER && account.is(EscalatedTo.CLOSE_MANAGER.role());
    }

    /** Rejected readings nobody has seen to for long go up like a step that is late. */
    private Stream<WorkItem> rejected(CloseOverview close, Account account) {
        return close.blockers().stream()
                .filter(blocker -> blocker.link() instanceof ToDeadLetters to
                        && deadLetters
                                .openSince(to.month())
                                .filter(since -> isToldOfRejected(Duration.between(since, clock.instant()), account))
                                .isPresent())
                .map(blocker -> item(WorkKind.REJECTED, close, blocker, null));
    }

    /** After eight hours who leads measurement, after a day who runs the close (domain: month-end close, step 4). */
    static boolean isToldOfRejected(Duration open, Account account) {
        return open.compareTo(REJECTED_TO_LEAD) >= 0 && account.is(EscalatedTo.MEASUREMENT_LEAD.role())
                || open.compareTo(REJECTED_TO_MANAGER) >= 0 && account.is(EscalatedTo.CLOSE_MANAGER.role());
    }

    private Stream<WorkItem> blockers(CloseOverview close, Account account) {
        return close.blockers().stream()
                .filter(blocker -> who(blocker.kind()).stream().anyMatch(account::is))
                .flatMap(blocker -> blocker.link() instanceof ToVariances to
                        ? variances(close, blocker, to, account)
                        : Stream.of(item(WorkKind.BLOCKER, close, blocker, whyNot(blocker, account.person()))));
    }

    private static WorkItem item(WorkKind kind, CloseOverview close, Blocker blocker, @Nullable String why) {
        return new WorkItem(
                kind, close.closeId(), blocker.subject(), blocker.sentence(), BlockerWays.of(close, blocker), why);
    }

    /** Whose roles can put it right. */
    private static Set<Role> who(BlockerKind kind) {
        return switch (kind) {
            case MISSING_RECORDS, OPEN_DEAD_LETTERS, PRICE_MISSING ->
                Set.of(Role.ACCOUNTANT, Role.OPERATOR, Role.ENGINEER);
            case ALLOCATION_FAILED, JOURNAL_FAILED -> Set.of(Role.ACCOUNTANT, Role.ENGINEER);
            case IMBALANCE_NOT_ACCEPTED, ESTIMATE_NOT_ACCEPTED -> Set.of(Role.APPROVER);
            case VARIANCE_UNREVIEWED, ON_HOLD -> Set.of(Role.ACCOUNTANT, Role.APPROVER);
            case IMBALANCE_UNEXPLAINED, LATE_UNDECIDED, POSTING_FAILED, REJECTED, REPORTED -> Set.of(Role.ACCOUNTANT);
        };
    }

    private @Nullable String whyNot(Blocker blocker, PersonId person) {
        boolean explained = blocker.kind() == BlockerKind.IMBALANCE_NOT_ACCEPTED
                && blocker.link() instanceof ToBalance to
                && balances.explanations(to.balance()).stream()
                        .anyMatch(said -> said.by().equals(person));
        return explained ? "explained" : null;
    }

    /** An accountant explains what is pending, an approver looks at what another explained. */
    private Stream<WorkItem> variances(CloseOverview close, Blocker blocker, ToVariances to, Account account) {
        List<VarianceReviewView.ReviewLine> lines = variances.ofClose(close.closeId()).stream()
                .filter(review -> review.review().contract().equals(to.contract()))
                .flatMap(review -> review.lines().stream())
                .filter(line -> line.word() != null)
                .toList();
        boolean toExplain =
                account.is(Role.ACCOUNTANT) && lines.stream().anyMatch(line -> state(line) == ExplanationState.PENDING);
        List<PersonId> authors = lines.stream()
                .filter(line -> state(line) == ExplanationState.REVIEW)
                .flatMap(line ->
                        Stream.ofNullable(Objects.requireNonNull(line.word()).explainedBy()))
                .toList();
        boolean toApprove = account.is(Role.APPROVER) && !authors.isEmpty();
        if (!toExplain && !toApprove) {
            return Stream.empty();
        }
        boolean own = !toExplain && authors.stream().allMatch(account.person()::equals);
        return Stream.of(item(WorkKind.VARIANCES, close, blocker, own ? "explained" : null));
    }

    private static ExplanationState state(VarianceReviewView.ReviewLine line) {
        return Objects.requireNonNull(line.word()).state();
    }

    /** What is to be done once nothing stands in the way. */
    private static Stream<WorkItem> next(CloseOverview close, Account account) {
        Signing signing = Signing.of(close, account);
        return switch (signing.deed()) {
            case "cutoff" -> Stream.of(item(WorkKind.CUTOFF, close, null));
            case "approve" -> Stream.of(item(WorkKind.APPROVE, close, null));
            case "lock" -> Stream.of(item(WorkKind.LOCK, close, null));
            default ->
                signing.isOfThisPerson()
                        ? Stream.of(item(WorkKind.APPROVE, close, signing.why().replaceFirst(".*\\.", "")))
                        : Stream.empty();
        };
    }

    /** A pack waits also for who signs with another's right and has none of their own. */
    private Stream<WorkItem> lent(CloseOverview close, Account account) {
        boolean waits = !account.is(Role.APPROVER)
                && Signing.isReadyFor(account.person(), close)
                && !rights.heldBy(
                                account.person(),
                                account.roles(),
                                close.closeId().group())
                        .isEmpty();
        return waits ? Stream.of(item(WorkKind.APPROVE, close, null)) : Stream.empty();
    }

    private static WorkItem item(WorkKind kind, CloseOverview close, @Nullable String why) {
        return new WorkItem(
                kind,
                close.closeId(),
                close.closeId().period().value(),
                "",
                Ways.close(close.closeId()) + "#sign",
                why);
    }

    private Stream<WorkItem> accruals(CloseId close, Account account) {
        return account.is(Role.APPROVER)
                ? accruals.ofClose(close).stream()
                        .filter(accrual -> accrual.state() == AccrualState.PROPOSED)
                        .map(accrual -> accrual(accrual, account.person()))
                : Stream.empty();
    }

    static WorkItem accrual(AccrualView waiting, PersonId person) {
        boolean has =
                waiting.approvals().stream().anyMatch(approval -> approval.by().equals(person));
        return new WorkItem(
                WorkKind.ACCRUAL,
                waiting.closeId(),
                waiting.closeId().period().value(),
                waiting.note(),
                Ways.accrual(waiting.closeId()),
                waiting.preparedBy().equals(person) ? "proposed" : has ? "approvedAlready" : null);
    }

    private static Stream<WorkItem> reopenings(CalendarView calendar, Account account) {
        return calendar.reopenings().stream()
                .filter(ReopeningView::waits)
                .filter(asked -> (asked.waitsForApprover() && account.is(Role.APPROVER))
                        || (asked.consentedBy() == null && account.is(Role.ENGINEER)))
                .map(asked -> new WorkItem(
                        WorkKind.REOPENING,
                        null,
                        asked.period().value(),
                        asked.reason(),
                        "/close/" + calendar.group().value() + "/" + asked.period() + "#reopen",
                        whyNot(asked, account.person())));
    }

    private static @Nullable String whyNot(ReopeningView asked, PersonId person) {
        if (asked.askedBy().equals(person)) {
            return "asked";
        }
        return asked.hasWordOf(person) ? "agreed" : null;
    }
}
