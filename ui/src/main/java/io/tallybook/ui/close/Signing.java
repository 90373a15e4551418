package io.tallybook.ui.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.query.close.PostingState;
import io.tallybook.ui.access.Account;

/**
 * What the signed-in person can do to the close next, or why nothing. The rule itself is CloseCycle's: this only saves a
 * person from a deed that would be refused.
 *
 * @param deed {@code cutoff}, {@code approve}, {@code lock} or {@code none}
 * @param why message key of the reason there is no deed, empty when there is one
 */
public record Signing(String deed, String why) {
    public static Signing of(CloseOverview close, Account account) {
        if (close.undoing()) {
            return mayNot("undoing");
        }
        if (close.hold() != null && close.status() != CloseStatus.LOCKED) {
            return mayNot("held");
        }
        return switch (close.status()) {
            case OPEN -> account.is(Role.ACCOUNTANT) ? may("cutoff") : mayNot("needsAccountant");
            case RUNNING -> mayNot(close.blockers().isEmpty() ? "running" : "blocked");
            case READY -> approve(close, account);
            case APPROVED -> mayNot("posting");
            case PUBLISHED -> account.is(Role.APPROVER) ? may("lock") : mayNot("needsApproverToLock");
            case LOCKED -> mayNot("locked");
        };
    }

    /** The pack may be signed by somebody with the right who had no hand in it and has not signed. */
    public static boolean isReadyFor(PersonId person, CloseOverview close) {
        return close.status() == CloseStatus.READY
                && close.blockers().isEmpty()
                && close.hold() == null
                && !close.contributors().contains(person)
                && close.standing().stream().noneMatch(signed -> signed.by().equals(person));
    }

    /** The roles would do; it is this person who may not. */
    public boolean isOfThisPerson() {
        return why.equals("sign.why.contributed") || why.equals("sign.why.approvedAlready");
    }

    private static Signing approve(CloseOverview close, Account account) {
        if (!close.blockers().isEmpty()) {
            return mayNot("blocked");
        }
        if (!account.is(Role.APPROVER)) {
            return mayNot("needsApprover");
        }
        if (close.contributors().contains(account.person())) {
            return mayNot("contributed");
        }
        if (close.standing().stream().anyMatch(a -> a.by().equals(account.person()))) {
            return mayNot("approvedAlready");
        }
        return may("approve");
    }

    private static Signing may(String deed) {
        return new Signing(deed, "");
    }

    private static Signing mayNot(String why) {
        return new Signing("none", "sign.why." + why);
    }

    /** The ERP has refused the journal; the accountant may hand it over once more. */
    static boolean mayRepost(CloseOverview close, Account account) {
        return account.is(Role.ACCOUNTANT) && close.posting() == PostingState.FAILED;
    }

    static boolean mayRestart(CloseOverview close, Account account) {
        return account.is(Role.ACCOUNTANT)
                && (close.status() == CloseStatus.RUNNING || close.status() == CloseStatus.READY);
    }
}
