package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.ReversedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A journal batch as the ERP reads it: UTF-8 CSV, one header, one line per journal line, each ended by a line feed. One batch
 * always gives the same bytes, so that it can be written, and checked, again at any time (docs/reference/erp-file-drop.md).
 *
 * @param debits sum of the debit column, 2 decimals
 */
record BatchFile(String key, byte[] bytes, int lines, BigDecimal debits) {
    private static final List<String> COLUMNS = List.of(
            "key",
            "line",
            "account",
            "account_name",
            "shipper",
            "direction",
            "kwh",
            "debit",
            "credit",
            "currency",
            "period");
    /** Of a reversal alone: the bytes of every other batch stay what they were. */
    private static final List<String> REVERSAL = List.of("reverses_key", "reverses_line");

    static BatchFile of(JournalPostingRequested batch) {
        String key = key(batch.postingKey());
        BigDecimal debits = batch.lines().stream()
                .map(line -> line.debit().amount())
                .reduce(BigDecimal.ZERO.setScale(Money.SCALE), BigDecimal::add);
        return new BatchFile(key, write(key, batch), batch.lines().size(), debits);
    }

    /** The ERP's document key as a file name. */
    static String key(PostingKey key) {
        return key.value().replace('/', '_');
    }

    /** @throws io.tallybook.messages.Invalid when no posting has that key */
    static PostingKey posting(String key) {
        return new PostingKey(key.replace('_', '/'));
    }

    /** What every key of a close begins with. */
    static String prefix(CloseId close) {
        return close.value().replace('/', '_') + "_";
    }

    String name() {
        return key + ".csv";
    }

    Sha256 hash() {
        return Sha256.of(bytes);
    }

    private static byte[] write(String key, JournalPostingRequested batch) {
        StringBuilder text = new StringBuilder();
        List<String> columns = new ArrayList<>(COLUMNS);
        if (batch.reverses() != null) {
            columns.addAll(REVERSAL);
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (JournalLine line : batch.told()) {
                printer.printRecord(record(key, line, batch.bookedIn()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string builder does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Object> record(String key, JournalLine line, AccountingPeriod period) {
        List<Object> record = new ArrayList<>(List.of(
                key,
                line.line(),
                line.account().number(),
                line.account().name(),
                line.shipper().value(),
                line.direction(),
                line.energy().kwh().toPlainString(),
                line.debit().amount().toPlainString(),
                line.credit().amount().toPlainString(),
                line.debit().currency(),
                period));
        ReversedLine reverses = line.reverses();
        if (reverses != null) {
            record.add(key(reverses.key()));
            record.add(reverses.line());
        }
        return record;
    }
}
