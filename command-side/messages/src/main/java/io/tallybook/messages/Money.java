package io.tallybook.messages;

import java.math.BigDecimal;

/** An amount with exactly two decimals in one ISO 4217 currency. Never rounds: what makes money rounds once, before. */
public record Money(BigDecimal amount, String currency) {
    public static final int SCALE = 2;

    /** ISO 4217's code for none: of a sum over nothing. */
    public static final String NO_CURRENCY = "XXX";

    public Money {
        requireCurrency(currency);
        Invalid.unless(
                amount.scale() <= SCALE || amount.stripTrailingZeros().scale() <= SCALE,
                "money has 2 decimals, was " + amount.toPlainString());
        amount = amount.setScale(SCALE);
    }

    /** @throws Invalid unless it is three capital letters, as ISO 4217 writes currencies */
    public static void requireCurrency(String code) {
        Invalid.unless(
                code.length() == 3
                        && isCapital(code.charAt(0))
                        && isCapital(code.charAt(1))
                        && isCapital(code.charAt(2)),
                "a currency is three capital letters (ISO 4217), was '" + code + "'");
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws Invalid when the currencies differ */
    public Money plus(Money other) {
        Invalid.unless(currency.equals(other.currency), "cannot add " + other.currency + " to " + currency);
        return new Money(amount.add(other.amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
