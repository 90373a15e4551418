package io.tallybook.messages.price;

/** Only a FINAL price values a close. */
public enum PriceStatus {
    PRELIMINARY,
    FINAL
}
