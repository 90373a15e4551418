package io.tallybook.report.journal;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.PackHead;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal as hledger reads it: one transaction on the month's last day, or where it was
 * accrued on the first of the next, a posting per line, debits positive. It declares
 * its accounts, its commodity and its payee, so that {@code hledger check --strict} holds, and asserts on each account's last
 * posting what the account comes to, so that hledger refuses a file that is a cent off though it balances. Asserted is what
 * this file alone books: beside others it is read with a {@code -f} of its own. Format: hledger.org, "Journal".
 */
public final class JournalHledger {
    private JournalHledger() {}

    /** The file, as {@code text/plain} in UTF-8. */
    public static byte[] of(PackHead head, JournalMonth journal) {
        String key = journal.journal().value();
        StringBuilder text = new StringBuilder();
        Stream.of(
                        "Journal " + key + " of Tallybook",
                        "pack hash " + head.packHash().hex(),
                        "journal hash " + journal.contentHash().hex(),
                        "event position " + head.position() + ", issued at " + head.issuedAt())
                .forEach(line -> text.append("; ").append(line).append('\n'));
        if (head.demo()) {
            text.append("; sample: shippers and accounts are invented\n");
        }
        text.append("\ndecimal-mark .\n");
        text.append("commodity ").append(journal.currency()).append(" 1000.00\n");
        text.append("payee ").append(payee(head)).append('\n');
        journal.lines().stream()
                .map(JournalHledger::account)
                .distinct()
                .sorted()
                .forEach(account -> text.append("account ").append(account).append('\n'));
        AccrualMonth accrual = journal.accrual();
        GasDay day = accrual == null
                ? head.closeId().period().lastDay()
                : accrual.reversedIn().firstDay();
        text.append('\n').append(day).append(" * ");
        if (!journal.documentNumber().isEmpty()) {
            text.append('(').append(plain(journal.documentNumber())).append(") ");
        }
        text.append(payee(head)).append(" | ").append(key).append('\n');
        Map<String, BigDecimal> balances = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        journal.lines().forEach(line -> {
            balances.merge(account(line), amount(line), BigDecimal::add);
            last.put(account(line), line.line());
        });
        for (JournalLine line : journal.lines()) {
            String account = account(line);
            boolean asserts = Integer.valueOf(line.line()).equals(last.get(account));
            text.append(posting(line, asserts ? balances.get(account) : null));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The file's name in the pack. */
    public static String name(PackHead head) {
        return "journal-" + head.inNames() + ".hledger";
    }

    private static String payee(PackHead head) {
        return "close " + head.closeId().value();
    }

    /** Debits positive. */
    private static BigDecimal amount(JournalLine line) {
        return line.debit().amount().subtract(line.credit().amount());
    }

    /** @param balance of the account, asserted by its last posting; else null */
    private static String posting(JournalLine line, @Nullable BigDecimal balance) {
        String currency = line.debit().currency();
        return "    %s  %s %s%s  ; line:%d, %s:%s kWh\n"
                .formatted(
                        account(line),
                        currency,
                        amount(line).toPlainString(),
                        balance == null ? "" : " = " + currency + " " + balance.toPlainString(),
                        line.line(),
                        line.direction().name().toLowerCase(Locale.ROOT),
                        line.energy().kwh().toPlainString());
    }

    /** Number and name, below it the shipper. */
    private static String account(JournalLine line) {
        return plain(line.account().number() + " " + line.account().name()) + ":"
                + plain(line.shipper().value());
    }

    /** Two spaces, a colon, a semicolon or brackets would mean something in a name. */
    private static String plain(String name) {
        return name.replaceAll("[:;()\\[\\]|]+", " ").replaceAll("\\s+", " ").strip();
    }
}
