package io.tallybook.ui.close;

import io.tallybook.messages.Role;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseStatus;
import io.tallybook.ui.access.Account;

/**
 * What the signed-in person can do to the close next, or why nothing. The rule itself is CloseCycle's: this only saves a
 * person from a deed that would be refused.
 *
 * @param deed {@code cutoff}, {@code approve}, {@code lock} or {@code none}
 * @param why message key of the reason there is no deed, empty when there is one
 */
record Signing(String deed, String why) {
    static Signing of(CloseOverview close, Account account) {
        return switch (close.status()) {
            case OPEN -> account.is(Role.ACCOUNTANT) ? may("cutoff") : mayNot("needsAccountant");
            case RUNNING -> mayNot(close.blockers().isEmpty() ? "running" : "blocked");
            case READY -> approve(close, account);
            case APPROVED -> mayNot("posting");
            case PUBLISHED -> account.is(Role.APPROVER) ? may("lock") : mayNot("needsApproverToLock");
            case LOCKED -> mayNot("locked");
        };
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

    static boolean mayRestart(CloseOverview close, Account account) {
        return account.is(Role.ACCOUNTANT)
                && (close.status() == CloseStatus.RUNNING || close.status() == CloseStatus.READY);
    }
}
