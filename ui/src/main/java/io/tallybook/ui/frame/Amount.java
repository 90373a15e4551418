package io.tallybook.ui.frame;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount of money as a form's two fields hold it. */
public final class Amount {
    private Amount() {}

    /**
     * Null when the amount is left empty.
     *
     * @throws Invalid when it is no amount or no currency
     */
    public static @Nullable Money of(String amount, String currency) {
        if (amount.isBlank()) {
            return null;
        }
        try {
            return new Money(new BigDecimal(amount.strip()), currency.strip());
        } catch (NumberFormatException wrong) {
            throw new Invalid("Write an amount as 40000.00; you wrote '" + amount + "'.");
        }
    }
}
