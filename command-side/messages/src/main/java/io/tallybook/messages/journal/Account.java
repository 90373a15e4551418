package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;

/** A ledger account: number and name. */
public record Account(String number, String name) {
    public Account {
        Invalid.unless(number.matches("[A-Z0-9.-]{1,32}"), "an account number is 1 to 32 of A-Z, 0-9, '.', '-'");
        Invalid.unless(!name.isBlank() && name.length() <= 80, "an account name has 1 to 80 characters");
    }
}
