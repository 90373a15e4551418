package io.tallybook.ui.close;

import io.tallybook.messages.Money;
import io.tallybook.messages.Role;
import io.tallybook.query.accrual.AccrualState;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.ui.access.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a close's flash accrual stands and what the signed-in person can do about it. The rules are CloseCycle's: this only
 * saves a person from a deed that would be refused.
 *
 * @param tooLate message key of why none may be proposed now; empty when one may
 * @param current the one that waits or is released; null when there is none
 * @param earlier those that came to nothing, the latest first
 * @param postings keys of the current one's journal at the ERP, in order
 */
public record Accruing(
        String tooLate,
        @Nullable AccrualView current,
        List<AccrualView> earlier,
        List<PostingView> postings,
        Account account) {
    static Accruing of(
            CloseOverview close, List<AccrualView> all, List<PostingView> postings, Instant now, Account account) {
        AccrualView current = all.stream().filter(Accruing::counts).findFirst().orElse(null);
        return new Accruing(
                tooLate(close, current, now),
                current,
                all.stream().filter(each -> !each.equals(current)).toList(),
                postings,
                account);
    }

    private static String tooLate(CloseOverview close, @Nullable AccrualView current, Instant now) {
        if (current != null && current.state() == AccrualState.RELEASED) {
            return "accrual.why.released";
        }
        if (close.status() == CloseStatus.LOCKED || !close.standing().isEmpty()) {
            return "accrual.why.signed";
        }
        return now.isBefore(close.dueFrom()) ? "accrual.why.notOver" : "";
    }

    /** The one that waits or is booked: every other came to nothing. */
    static boolean counts(AccrualView accrual) {
        return accrual.state() == AccrualState.PROPOSED || accrual.state() == AccrualState.RELEASED;
    }

    public boolean open() {
        return tooLate.isEmpty();
    }

    public boolean mayPropose() {
        return open() && account.is(Role.ACCOUNTANT);
    }

    public boolean waits() {
        return current != null && current.state() == AccrualState.PROPOSED;
    }

    /** Message key of why the person does not approve what waits; empty when they may. */
    public String whyNotApprove() {
        if (!account.is(Role.APPROVER)) {
            return "accrual.needsApprover";
        }
        return current == null ? "" : whyNot(current, account);
    }

    private static String whyNot(AccrualView waiting, Account account) {
        if (waiting.preparedBy().equals(account.person())) {
            return "accrual.prepared";
        }
        boolean has =
                waiting.approvals().stream().anyMatch(approval -> approval.by().equals(account.person()));
        return has ? "accrual.hasApproved" : "";
    }

    public boolean mayDiscard() {
        return waits() && (account.is(Role.ACCOUNTANT) || account.is(Role.APPROVER));
    }

    /** Whether the ERP said no to what it was given last. */
    public boolean rejected() {
        return !postings.isEmpty() && postings.getLast().state() == KeyState.REJECTED;
    }

    public boolean mayHandOver() {
        return rejected() && account.is(Role.ACCOUNTANT);
    }

    /** What was booked in the close's own period; empty before it was handed over. */
    Optional<PostingView> booking() {
        return last(false);
    }

    /** What takes it back in the next period. */
    Optional<PostingView> reversal() {
        return last(true);
    }

    private Optional<PostingView> last(boolean back) {
        return postings.reversed().stream()
                .filter(posting -> back == posting.bookedIn().equals(current == null ? null : current.reversedIn()))
                .findFirst();
    }

    /** Purchases and sales together, without their signs: what the limits are about; null while there is none. */
    public @Nullable Money amount() {
        return current == null
                ? null
                : current.lines().stream()
                        .map(line -> abs(line.accrued().totals().purchases())
                                .plus(abs(line.accrued().totals().sales())))
                        .reduce(Money::plus)
                        .orElse(null);
    }

    private static Money abs(Money money) {
        return money.amount().signum() < 0 ? money.negate() : money;
    }
}
