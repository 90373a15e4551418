package io.tallybook.command.journal;

import io.tallybook.command.EventSize;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.AdjustedLines;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.statement.StatementTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a journal: per shipper and direction with a quantity one debit and one credit. Receipts are bought (gas
 * purchases against payable), deliveries sold (receivable against revenue), imbalances that are cashed out likewise on accounts
 * of their own; a negative amount changes sides.
 */
record Lines(List<JournalLine> lines, String currency) {
    /** What is neither lines nor contributors needs less than 1 KiB of the event. */
    static final int MOST_BYTES = EventSize.MOST_BYTES - 1024;

    // names and signs of one line's JSON, and what a canonical line has beyond it: a hash, bars and spaces
    private static final int FRAME_BYTES = 160;
    private static final int LINK_BYTES = 60;
    private static final int NOT_IN_JSON = 64 + 13 + 2;

    private static final Uses PURCHASE = new Uses(AccountUse.GAS_PURCHASES, AccountUse.PAYABLE, Direction.RECEIPT);
    private static final Uses SALE = new Uses(AccountUse.RECEIVABLE, AccountUse.REVENUE, Direction.DELIVERY);
    private static final Uses OVER_SUPPLY =
            new Uses(AccountUse.IMBALANCE_PURCHASES, AccountUse.IMBALANCE_PAYABLE, Direction.RECEIPT);
    private static final Uses UNDER_SUPPLY =
            new Uses(AccountUse.IMBALANCE_RECEIVABLE, AccountUse.IMBALANCE_REVENUE, Direction.DELIVERY);

    /** The two sides of a pair, and whether gas was bought (RECEIPT) or sold. */
    private record Uses(AccountUse debit, AccountUse credit, Direction direction) {}

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
        return contentHash(lines);
    }

    static Sha256 contentHash(List<JournalLine> lines) {
        return Sha256.ofLines(lines.stream().map(Lines::canonical).toList());
    }

    /** The same lines with debits and credits exchanged. */
    static List<JournalLine> reversed(List<JournalLine> lines) {
        return lines.stream()
                .map(line -> new JournalLine(
                        line.line(),
                        line.use(),
                        line.account(),
                        line.shipper(),
                        line.direction(),
                        line.energy(),
                        line.credit(),
                        line.debit(),
                        line.adjusts()))
                .toList();
    }

    /** The same lines on other accounts. */
    static List<JournalLine> onAccounts(List<JournalLine> lines, Map<AccountUse, Account> accounts) {
        List<JournalLine> moved =
                lines.stream().map(line -> onAccount(line, accounts)).toList();
        int bytes = new Lines(moved, Money.NO_CURRENCY).bytes();
        Refused.when(
                bytes > MOST_BYTES,
                "journal-too-large",
                "The journal's lines do not fit one batch: " + bytes + " bytes.");
        return moved;
    }

    private static JournalLine onAccount(JournalLine line, Map<AccountUse, Account> accounts) {
        Account account = accounts.get(line.use());
        if (account == null) {
            throw new Refused("account-not-mapped", "No account is mapped for " + line.use() + ".");
        }
        return new JournalLine(
                line.line(),
                line.use(),
                account,
                line.shipper(),
                line.direction(),
                line.energy(),
                line.debit(),
                line.credit(),
                line.adjusts());
    }

    /** About how many bytes the lines take in an event. */
    int bytes() {
        return lines.stream()
                .mapToInt(line -> FRAME_BYTES
                        + canonical(line).length()
                        - NOT_IN_JSON
                        + EventSize.json(line.account().name())
                        + (line.adjusts() == null ? 0 : LINK_BYTES))
                .sum();
    }

    private Money sum(Function<JournalLine, Money> side) {
        return lines.stream().map(side).reduce(Money.zero(currency), Money::plus);
    }

    /** A line of a close reads as it always did: its hash is in locked packs. */
    private static String canonical(JournalLine line) {
        AdjustedLine adjusts = line.adjusts();
        String own = own(line);
        return adjusts == null
                ? own
                : String.join(
                        "|",
                        own,
                        adjusts.adjustments().value(),
                        adjusts.journal().value(),
                        Integer.toString(adjusts.line()));
    }

    private static String own(JournalLine line) {
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

        /** @param adjusts null for the lines of a close; else the totals are differences and go to the accounts of adjustments */
        void add(ShipperId shipper, StatementTotals totals, @Nullable AdjustedLines adjusts) {
            pair(PURCHASE, shipper, totals.receipts(), totals.purchases(), adjusts);
            pair(SALE, shipper, totals.deliveries(), totals.sales(), adjusts);
            CashOutTotals cashOut = totals.cashOut();
            if (cashOut != null) {
                pair(OVER_SUPPLY, shipper, cashOut.dueShipper(), cashOut.payable(), null);
                pair(UNDER_SUPPLY, shipper, cashOut.duePipeline(), cashOut.receivable(), null);
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

        private void pair(Uses uses, ShipperId shipper, Energy energy, Money amount, @Nullable AdjustedLines adjusts) {
            if (!isAny(energy, amount)) {
                return;
            }
            boolean swapped = amount.amount().signum() < 0;
            Money absolute = swapped ? amount.negate() : amount;
            line(uses.debit(), shipper, uses.direction(), energy, absolute, !swapped, adjusts);
            line(uses.credit(), shipper, uses.direction(), energy, absolute, swapped, adjusts);
        }

        private void line(
                AccountUse of,
                ShipperId shipper,
                Direction direction,
                Energy energy,
                Money amount,
                boolean debit,
                @Nullable AdjustedLines adjusts) {
            AccountUse use = adjusts == null ? of : of.ofAdjustment();
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
                    debit ? none : amount,
                    adjusts == null ? null : adjusts.of(of)));
        }
    }
}
