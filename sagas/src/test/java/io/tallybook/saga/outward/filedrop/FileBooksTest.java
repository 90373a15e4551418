package io.tallybook.saga.outward.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.saga.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ERP that answers by file says it has posted. */
class FileBooksTest {
    private static final String HEAD = "key,status,reference,batch_sha256,lines,debit_total\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path inbox;

    @SuppressWarnings("NullAway.Init")
    private FileBooks books;

    @BeforeEach
    void open() {
        books = new FileBooks(inbox);
    }

    @Test
    void holdsNothingBeforeTheFirstAnswer() throws IOException {
        assertThat(books.held(Example.CLOSE)).isEmpty();
    }

    @Test
    void holdsWhatWasAcknowledgedAlsoWhatMatchedNoBatchAndNothingOfAnotherGroup() throws IOException {
        put("done", "dk_2024-10_CLOSE_1", "POSTED,4711", "2,1234.50");
        put("unmatched", "dk_2024-10_CLOSE_1", "POSTED,9", "3,99.00");
        put("unmatched", "dk_2024-10_CLOSE_1-2", "POSTED,4712", "3,99.001");
        put("done", "dk_2024-10_CLOSE_1-3", "REJECTED,closed", "3,99.00");
        put("done", "north-dk_2024-10_CLOSE_1", "POSTED,1", "2,1.00");
        put("done", "dk_2024-11_CLOSE_1", "POSTED,2", "2,1.00");
        Files.writeString(inbox.resolve("unmatched/dk_2024-10_CLOSE_9.ack.csv"), "no acknowledgement");

        assertThat(books.held(Example.CLOSE))
                .extracting(FileBooksTest::text)
                .containsExactly("dk/2024-10/CLOSE/1 4711 2 1234.50", "dk/2024-10/CLOSE/1-2 4712 3 99.01");
    }

    private static String text(HeldDocument document) {
        return document.key() + " " + document.booked().documentNumber() + " "
                + document.booked().lines() + " " + document.booked().debits().amount();
    }

    private void put(String folder, String key, String said, String totals) throws IOException {
        Path file = Files.createDirectories(inbox.resolve(folder)).resolve(key + ".ack.csv");
        Files.writeString(file, HEAD + key + "," + said + "," + Example.HASH + "," + totals + "\n");
    }
}
