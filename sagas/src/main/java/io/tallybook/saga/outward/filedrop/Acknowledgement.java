package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the ERP answered: one header and one line, {@code key,status,reference,batch_sha256,lines,debit_total}.
 *
 * @param reference document number when posted, reason when rejected
 * @param batch SHA-256 of the batch file's bytes as the ERP read them
 */
record Acknowledgement(String key, Status status, String reference, Sha256 batch, int lines, BigDecimal debitTotal) {
    static final List<String> HEADER = List.of("key", "status", "reference", "batch_sha256", "lines", "debit_total");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    enum Status {
        POSTED,
        REJECTED
    }

    Acknowledgement {
        Invalid.unless(!reference.isBlank() && reference.length() <= 200, "a reference has 1 to 200 characters");
    }

    static Acknowledgement parse(byte[] bytes) throws Unmatched {
        try (CSVParser parser = CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            if (!parser.getHeaderNames().equals(HEADER) || records.size() != 1) {
                throw new Unmatched("an acknowledgement has the header " + String.join(",", HEADER) + " and one line");
            }
            return of(records.getFirst());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Unmatched("it cannot be read: " + e.getMessage());
        }
    }

    private static Acknowledgement of(CSVRecord line) throws Unmatched {
        if (line.size() != HEADER.size()) {
            throw new Unmatched("its line has " + line.size() + " fields instead of " + HEADER.size());
        }
        return new Acknowledgement(
                line.get(0),
                Status.valueOf(line.get(1)),
                line.get(2),
                new Sha256(line.get(3)),
                Integer.parseInt(line.get(4)),
                new BigDecimal(line.get(5)));
    }

    /** Key, hash, line count and total must all be the batch's own: an acknowledgement of anything else posts nothing. */
    void match(BatchFile file) throws Unmatched {
        unless(key.equals(file.key()), "key", key, file.key());
        unless(batch.equals(file.hash()), "batch_sha256", batch, file.hash());
        unless(lines == file.lines(), "lines", lines, file.lines());
        unless(debitTotal.compareTo(file.debits()) == 0, "debit_total", debitTotal, file.debits());
    }

    private static void unless(boolean equal, String field, Object theirs, Object ours) throws Unmatched {
        if (!equal) {
            throw new Unmatched("its " + field + " is " + theirs + ", the batch's is " + ours);
        }
    }
}
