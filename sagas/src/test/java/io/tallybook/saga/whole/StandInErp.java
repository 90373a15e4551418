package io.tallybook.saga.whole;

import io.tallybook.messages.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** An ERP as docs/reference/erp-file-drop.md describes it, written from that page alone. */
public record StandInErp(Path directory) {
    /** Posts the batch of that key once it lies in the outbox. */
    public void post(String key, String documentNumber) throws IOException {
        answer(key, "POSTED", documentNumber);
    }

    /** Says no to the batch of that key. */
    public void reject(String key, String reason) throws IOException {
        answer(key, "REJECTED", reason);
    }

    /** The batch file of that key, line by line. */
    List<String> batch(String key) throws IOException {
        return Files.readAllLines(directory.resolve("outbox").resolve(key + ".csv"));
    }

    private void answer(String key, String status, String reference) throws IOException {
        Path batch = directory.resolve("outbox").resolve(key + ".csv");
        while (!Files.exists(batch)) {
            House.pause();
        }
        byte[] bytes = Files.readAllBytes(batch);
        int lines = 0;
        BigDecimal debits = BigDecimal.ZERO;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), format)) {
            for (var row : rows) {
                lines++;
                debits = debits.add(new BigDecimal(row.get("debit")));
            }
        }
        answer(
                key,
                String.join(
                        ",",
                        key,
                        status,
                        reference,
                        Sha256.of(bytes).hex(),
                        String.valueOf(lines),
                        debits.toPlainString()));
    }

    private void answer(String key, String line) {
        try {
            Path inbox = Files.createDirectories(directory.resolve("inbox"));
            Path aside = Files.writeString(
                    inbox.resolve(key + ".writing"),
                    "key,status,reference,batch_sha256,lines,debit_total\n" + line + "\n");
            Files.move(aside, inbox.resolve(key + ".ack.csv"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
