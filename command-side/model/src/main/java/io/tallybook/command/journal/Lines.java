package io.tallybook.command.journal;

import io.tallybook.command.EventSize;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.statement.StatementTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The lines of a journal: per shipper and direction with a quantity one debit and one credit. Receipts are bought (gas
 * purchases against payable), deliveries sold (receivable against revenue); a negative amount changes sides.
 */
record Lines(List<JournalLine> lines, String currency) {
    /** What is neither lines nor contributors needs less than 1 KiB of the event. */
    static final int MOST_BYTES = EventSize.MOST_BYTES - 1024;

    // names and signs of one line's JSON, and what a canonical line has beyond it: a hash, bars and spaces
    private static final int FRAME_BYTES = 160;
    private static final int NOT_IN_JSON = 64 + 13 + 2;

    static Builder in(String currency, Map<AccountUse, Account> accounts) {
        return new Builder(currency, accounts);
    }

    Money debits() {
        return sum(JournalLine::debit);
    }

    Money credits() {
        return sum(JournalLine::credit);
    }

    Sha256 contentHash() {
        return Sha256.ofLines(lines.stream().map(Lines::canonical).toList());
    }

    /** About how many bytes the lines take in an event. */
    int bytes() {
        return lines.stream()
                .mapToInt(line -> FRAME_BYTES
                        + canonical(line).length()
                        - NOT_IN_JSON
                        + EventSize.json(line.account().name()))
                .sum();
    }

    private Money sum(Function<JournalLine, Money> side) {
        return lines.stream().map(side).reduce(Money.zero(currency), Money::plus);
    }

    private static String canonical(JournalLine line) {
        return String.join(
                "|",
                "line",
                Integer.toString(line.line()),
                line.use().name(),
                line.account().number(),
                // a name may hold anything; its hash holds no bar
                Sha256.of(line.account().name()).hex(),
                line.shipper().value(),
                line.direction().name(),
                line.energy().kwh().toPlainString(),
                line.debit().toString(),
                line.credit().toString());
    }

    /** Gathers lines, and the uses that have no account. */
    static final class Builder {
        private final String currency;
        private final Map<AccountUse, Account> accounts;
        private final List<JournalLine> lines = new ArrayList<>();
        private final List<AccountUse> unmapped = new ArrayList<>();

        private Builder(String currency, Map<AccountUse, Account> accounts) {
            this.currency = currency;
            this.accounts = accounts;
        }

        void add(ShipperId shipper, StatementTotals totals) {
            if (isAny(totals.receipts(), totals.purchases())) {
                pair(AccountUse.GAS_PURCHASES, AccountUse.PAYABLE, shipper, Direction.RECEIPT, totals);
            }
            if (isAny(totals.deliveries(), totals.sales())) {
                pair(AccountUse.RECEIVABLE, AccountUse.REVENUE, shipper, Direction.DELIVERY, totals);
            }
        }

        /** Days below zero may cancel the others' energy and yet not their money. */
        private static boolean isAny(Energy energy, Money amount) {
            return energy.signum() != 0 || amount.amount().signum() != 0;
        }

        List<AccountUse> unmapped() {
            return unmapped.stream().distinct().sorted().toList();
        }

        Lines build() {
            return new Lines(List.copyOf(lines), currency);
        }

        private void pair(
                AccountUse debit, AccountUse credit, ShipperId shipper, Direction direction, StatementTotals totals) {
            boolean receipt = direction == Direction.RECEIPT;
            Energy energy = receipt ? totals.receipts() : totals.deliveries();
            Money amount = receipt ? totals.purchases() : totals.sales();
            boolean swapped = amount.amount().signum() < 0;
            Money absolute = swapped ? amount.negate() : amount;
            line(debit, shipper, direction, energy, absolute, !swapped);
            line(credit, shipper, direction, energy, absolute, swapped);
        }

        private void line(
                AccountUse use, ShipperId shipper, Direction direction, Energy energy, Money amount, boolean debit) {
            Account account = accounts.get(use);
            if (account == null) {
                unmapped.add(use);
                return;
            }
            Money none = Money.zero(currency);
            lines.add(new JournalLine(
                    lines.size() + 1,
                    use,
                    account,
                    shipper,
                    direction,
                    energy,
                    debit ? amount : none,
                    debit ? none : amount));
        }
    }
}
