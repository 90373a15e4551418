package io.tallybook.report.pack;

import io.tallybook.messages.Direction;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.LateDecision;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.network.PointRole;
import org.jspecify.annotations.Nullable;

/** The words documents use for what the messages name in capitals. */
public final class Words {
    private Words() {}

    public static String of(Direction direction) {
        return switch (direction) {
            case RECEIPT -> "Receipt";
            case DELIVERY -> "Delivery";
        };
    }

    public static String of(AllocationMethod method) {
        return switch (method) {
            case PERCENTAGE -> "Percentage";
            case PRO_RATA -> "Pro rata by nomination";
            case RANKED -> "Ranked";
            case SWING -> "Swing";
            case OPERATOR_PROVIDED -> "Operator-provided";
            case MEASURED_DIFFERENCE -> "Measured difference";
        };
    }

    public static String of(EstimateMethod method) {
        return switch (method) {
            case AVERAGE_OF_MONTH -> "Mean of the month";
            case LINEAR -> "Line between neighbours";
            case LAST_GOOD -> "Last good reading";
            case STATED -> "Stated figure";
        };
    }

    public static String of(PointRole role) {
        return switch (role) {
            case FLOW -> "Flow";
            case STORAGE -> "Storage";
            case LINEPACK -> "Linepack";
            case FUEL -> "Fuel";
        };
    }

    public static String of(AccountUse use) {
        return switch (use) {
            case GAS_PURCHASES -> "Gas purchases";
            case PAYABLE -> "Payable";
            case RECEIVABLE -> "Receivable";
            case REVENUE -> "Revenue";
            case PPA_GAS_PURCHASES -> "Gas purchases, prior periods";
            case PPA_PAYABLE -> "Payable, prior periods";
            case PPA_RECEIVABLE -> "Receivable, prior periods";
            case PPA_REVENUE -> "Revenue, prior periods";
            case IMBALANCE_PURCHASES -> "Imbalance gas bought";
            case IMBALANCE_PAYABLE -> "Imbalance payable";
            case IMBALANCE_RECEIVABLE -> "Imbalance receivable";
            case IMBALANCE_REVENUE -> "Imbalance gas sold";
        };
    }

    /** Who owes an imbalance. */
    public static String of(CashOutSide side) {
        return switch (side) {
            case DUE_PIPELINE -> "Under-supply";
            case DUE_SHIPPER -> "Over-supply";
        };
    }

    /** A band of the imbalance level: {@code 10 to 15 %}. */
    public static String of(CashOutTier tier) {
        return tier.upTo() == null
                ? "above " + tier.above().toPlainString() + " %"
                : tier.above().toPlainString() + " to " + tier.upTo().toPlainString() + " %";
    }

    public static String of(ImbalanceCause cause) {
        return switch (cause) {
            case LINEPACK -> "Linepack";
            case MEASUREMENT_ERROR -> "Measurement error";
            case TIMING -> "Timing";
            case FUEL_OR_FLARE -> "Fuel or flare";
            case LEAK_OR_VENT -> "Leak or vent";
            case UNEXPLAINED -> "Unexplained";
        };
    }

    /** How a line came to its price; null means the day itself had one. */
    public static String of(@Nullable NonPriceDayRule rule) {
        return switch (rule) {
            case null -> "Published";
            case LAST_PUBLISHED -> "Last published";
            case NONE -> "None";
        };
    }

    public static String of(LateDecision decision) {
        return switch (decision) {
            case THAW -> "Taken into the month";
            case LEAVE -> "Left for adjustment";
        };
    }

    public static String of(CloseStep step) {
        return switch (step) {
            case OPEN -> "Open";
            case CUTOFF -> "Cut-off";
            case COMPLETENESS -> "Completeness";
            case DEAD_LETTERS -> "Dead letters";
            case FREEZE -> "Freeze";
            case BALANCE -> "Balance";
            case ALLOCATE -> "Allocate";
            case VALUE -> "Value";
            case REVIEW -> "Review";
            case JOURNAL -> "Journal";
            case APPROVE -> "Approve";
            case POST -> "Post";
            case PUBLISH -> "Publish";
            case LOCK -> "Lock";
        };
    }
}
