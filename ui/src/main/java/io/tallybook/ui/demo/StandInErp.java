package io.tallybook.ui.demo;

import io.tallybook.messages.Sha256;
import io.tallybook.saga.outward.filedrop.FileDropSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The demo's stand-in for an ERP: reads each batch from the outbox and acknowledges it, as docs/reference/erp-file-drop.md
 * says an ERP does. It knows the application only by these files, and runs in a demo directory only.
 */
@Component
class StandInErp {
    private static final Logger LOG = LoggerFactory.getLogger(StandInErp.class);
    private static final long LOOK_EVERY_MS = 200;

    private final FileDropSettings settings;

    StandInErp(FileDropSettings settings) {
        this.settings = settings;
    }

    /** Starts looking, on a thread of its own that ends with the program. */
    void start() {
        Thread.ofPlatform().name("stand-in-erp").daemon().start(this::run);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Files.createDirectories(settings.outbox());
                Files.createDirectories(settings.inbox());
                look();
                Thread.sleep(LOOK_EVERY_MS);
            } catch (IOException | RuntimeException e) {
                LOG.warn("the stand-in ERP could not read its outbox: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void look() throws IOException {
        try (DirectoryStream<Path> batches = Files.newDirectoryStream(settings.outbox(), "*.csv")) {
            for (Path batch : batches) {
                String key = batch.getFileName().toString().replaceFirst("\\.csv$", "");
                Path marker = settings.outbox().resolve(key + ".posted");
                if (!Files.exists(marker)) {
                    acknowledge(key, Files.readAllBytes(batch));
                    Files.writeString(marker, "");
                }
            }
        }
    }

    private void acknowledge(String key, byte[] batch) throws IOException {
        int lines = 0;
        BigDecimal debits = BigDecimal.ZERO;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(new String(batch, StandardCharsets.UTF_8), format)) {
            for (var row : rows) {
                lines++;
                debits = debits.add(new BigDecimal(row.get("debit")));
            }
        }
        String answer = "key,status,reference,batch_sha256,lines,debit_total\n"
                + String.join(
                        ",",
                        key,
                        "POSTED",
                        "SAMPLE-" + Sha256.of(key).brief(),
                        Sha256.of(batch).hex(),
                        Integer.toString(lines),
                        debits.toPlainString())
                + "\n";
        Path draft = settings.inbox().resolve(key + ".ack.tmp");
        Files.writeString(draft, answer);
        Files.move(draft, settings.inbox().resolve(key + ".ack.csv"), StandardCopyOption.ATOMIC_MOVE);
    }
}
