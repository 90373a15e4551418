package io.tallybook.saga.outward.filedrop;

import io.tallybook.messages.Invalid;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ERP's files lie.
 *
 * @param directory holds {@code outbox} and {@code inbox}
 * @param every how often the inbox is looked into, 100 ms to 15 min (the ERP's poll time of a close)
 */
@ConfigurationProperties("tallybook.erp-drop")
public record FileDropSettings(
        Path directory, @DefaultValue("500ms") Duration every) {
    static final Duration SHORTEST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofMinutes(15);

    public FileDropSettings {
        Invalid.unless(
                every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0,
                "tallybook.erp-drop.every is 100 ms to 15 min, was " + every);
    }

    /** Batches for the ERP. */
    public Path outbox() {
        return directory.resolve("outbox");
    }

    /** Acknowledgements from the ERP. */
    public Path inbox() {
        return directory.resolve("inbox");
    }
}
