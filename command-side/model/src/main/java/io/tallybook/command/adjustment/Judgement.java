package io.tallybook.command.adjustment;

import io.tallybook.command.AmountLimit;
import io.tallybook.command.adjustment.PackageState.Stage;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.LegalHoldGranted;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.LateGround;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may decide a package, and when: pure rules over what the log says of it. */
final class Judgement {
    private static final int LONGEST_REASON = 2000;

    private Judgement() {}

    static void checkReason(String reason) {
        Invalid.unless(!reason.isBlank() && reason.length() <= LONGEST_REASON, "a reason has 1 to 2,000 characters");
    }

    /** Every production month is locked, and none lies further back than the ground allows (NAESB WGQ 2.3.11). */
    static void checkAge(PackageState of, BookPeriods periods, LateGround ground) {
        AccountingPeriod now = periods.now();
        Refused.when(
                of.latest().compareTo(now) >= 0,
                "month-not-locked",
                "The month " + of.latest() + " is not locked yet: its own close is still open.");
        long age = periods.age(of.oldest());
        LateGround needed = periods.rules().groundFor(age);
        Refused.when(
                ground.compareTo(needed) < 0,
                "too-old",
                "The month " + of.oldest() + " lies " + age + " months before " + now + ": that needs the ground "
                        + needed + ".",
                Map.of("age", Long.toString(age), "needed", needed.name()));
    }

    /** The same approval again, of the same person and preview. */
    static boolean isRepeated(PackageState of, ApproveAdjustments order) {
        PpaCalculated calculated = of.calculated();
        return (of.isAt(Stage.APPROVED) || of.isAt(Stage.BOOKED))
                && calculated != null
                && calculated.previewHash().equals(order.previewHash());
    }

    static void checkApproval(
            PackageState of, PpaCalculated calculated, ApproveAdjustments order, BookPeriods periods) {
        checkReason(order.reason());
        Refused.when(
                !calculated.previewHash().equals(order.previewHash()),
                "preview-not-current",
                "The preview has changed since it was shown.");
        checkNoContributor(calculated.contributors(), order.by());
        checkLimit(of, order.limit());
        Refused.when(
                of.isHeldBack(),
                "not-material",
                "The package is below materiality: it is booked with others when their sum is material.");
        LateGround ground = ground(of);
        checkAge(of, periods, ground);
        if (ground == LateGround.LEGAL_HOLD) {
            checkHold(of.legalHold(), order.by());
        }
    }

    /** Measured against what the journals of the package book, both sides of every month and shipper. */
    private static void checkLimit(PackageState of, @Nullable Money limit) {
        PreviewParts parts = of.parts();
        Money booked = parts == null ? Money.zero(Money.NO_CURRENCY) : parts.amount();
        Refused.when(
                !AmountLimit.reaches(limit, booked),
                "above-limit",
                "The package books " + booked + ", above your limit of " + limit
                        + ": it takes an approver whose limit reaches it.",
                Map.of("amount", booked.toString(), "limit", String.valueOf(limit)));
    }

    /** Nobody decides over readings of his own, prepared or not. */
    static void checkOther(PackageState of, PersonId by) {
        PreviewParts parts = of.parts();
        checkNoContributor(of.contributors(parts == null ? PersonId.HOUSE : parts.prepared.by()), by);
    }

    private static LateGround ground(PackageState of) {
        PreviewParts parts = of.parts();
        return parts == null ? LateGround.NONE : parts.prepared.ground();
    }

    private static void checkHold(@Nullable LegalHoldGranted hold, PersonId by) {
        if (hold == null) {
            throw new Refused("legal-hold-missing", "Another approver must grant the legal hold first.");
        }
        Refused.when(
                hold.by().equals(by),
                "legal-hold-by-approver",
                "Who granted the legal hold does not approve the package.");
    }

    private static void checkNoContributor(List<PersonId> contributors, PersonId by) {
        Refused.when(
                contributors.contains(by),
                "contributor-may-not-approve",
                "You gave readings of this package or prepared it; somebody else decides.");
    }
}
