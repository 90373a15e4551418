package io.tallybook.saga.outward.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDropTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void writesOneLinePerJournalLineUnderTheJournalsKey() throws IOException {
        drop();

        assertThat(directory.resolve("outbox/dk_2024-10_CLOSE_1.csv")).hasContent("""
                key,line,account,account_name,shipper,direction,kwh,debit,credit,currency,period
                dk_2024-10_CLOSE_1,1,5010,"Gas purchases, ""accrued""\",nordgas,RECEIPT,31000,1234.50,0.00,USD,2024-10
                dk_2024-10_CLOSE_1,2,2010,Payable,nordgas,RECEIPT,31000,0.00,1234.50,USD,2024-10
                """);
    }

    @Test
    void saysThePeriodTheJournalIsBookedInAndNotThatOfItsMonth() throws IOException {
        JournalPostingRequested of = Example.batch();
        JournalPostingRequested later = new JournalPostingRequested(
                of.journal(),
                of.closeId(),
                of.attempt(),
                of.packHash(),
                of.contentHash(),
                of.lines(),
                of.key(),
                new AccountingPeriod("2024-11"),
                of.reverses());

        new FileDrop(new FileDropSettings(directory, Duration.ofSeconds(1)).outbox()).write(later);

        assertThat(Files.readAllLines(directory.resolve("outbox/dk_2024-10_CLOSE_1.csv")))
                .hasSize(3)
                .allMatch(line -> line.endsWith(",period") || line.endsWith(",2024-11"));
    }

    @Test
    void leavesNoHalfWrittenFileBehind() throws IOException {
        drop();

        try (var files = Files.list(directory.resolve("outbox"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void renewsTheFileOfTheSameBatchSoThatTheErpLooksAgain() throws IOException {
        drop();
        Path file = directory.resolve("outbox/dk_2024-10_CLOSE_1.csv");
        byte[] first = Files.readAllBytes(file);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, longAgo);

        drop();

        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(longAgo);
        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void writesTheSameBytesAgainWhenTheErpHasTakenTheFile() throws IOException {
        drop();
        Path file = directory.resolve("outbox/dk_2024-10_CLOSE_1.csv");
        byte[] first = Files.readAllBytes(file);
        Files.delete(file);

        drop();

        assertThat(file).hasBinaryContent(first);
    }

    @Test
    void findsThePostingOfAKeyAgain() {
        assertThat(BatchFile.posting(BatchFile.key(Example.batch().postingKey())))
                .isEqualTo(Example.batch().postingKey());
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 900_000})
    void looksIntoTheInboxWithinItsBounds(long millis) {
        assertThat(new FileDropSettings(directory, Duration.ofMillis(millis)).every())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 900_001})
    void refusesToLookMoreOrLessOften(long millis) {
        assertThatThrownBy(() -> new FileDropSettings(directory, Duration.ofMillis(millis)))
                .isInstanceOf(Invalid.class);
    }

    private void drop() throws IOException {
        new FileDrop(new FileDropSettings(directory, Duration.ofSeconds(1)).outbox()).write(Example.batch());
    }
}
