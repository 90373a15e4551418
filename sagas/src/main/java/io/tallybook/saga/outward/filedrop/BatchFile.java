package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.journal.PostingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A journal batch as the ERP reads it: UTF-8 CSV, one header, one line per journal line, each ended by a line feed. One batch
 * always gives the same bytes, so that it can be written, and checked, again at any time (docs/reference/erp-file-drop.md).
 *
 * @param debits sum of the debit column, 2 decimals
 */
record BatchFile(String key, byte[] bytes, int lines, BigDecimal debits) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
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
                    "period")
            .get();

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
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (JournalLine line : batch.lines()) {
                printer.printRecord(
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
                        batch.bookedIn());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string builder does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
