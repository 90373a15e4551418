package io.tallybook.saga.outward.filedrop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.journal.JournalBatchCommand.ConfirmPosting;
import io.tallybook.messages.journal.JournalBatchCommand.RejectPosting;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.saga.Example;
import io.tallybook.saga.WrittenLog;
import io.tallybook.saga.orders.RecordingDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementsTest {
    private static final BatchFile BATCH = BatchFile.of(Example.batch());
    private static final JournalId JOURNAL = JournalId.ofClose(Example.CLOSE);
    private static final PostingKey KEY = PostingKey.of(JOURNAL, 1);
    private static final String NAME = "dk_2024-10_CLOSE_1.ack.csv";
    private static final String GOOD = "key,status,reference,batch_sha256,lines,debit_total\n"
            + "dk_2024-10_CLOSE_1,POSTED,4711," + BATCH.hash() + ",2,1234.50\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final RecordingDoor door = new RecordingDoor();
    private final Objects objects = new Objects();
    private final WrittenLog log = new WrittenLog().with(JOURNAL.toString(), Example.batch());

    @SuppressWarnings("NullAway.Init")
    private Acknowledgements acknowledgements;

    @BeforeEach
    void look() {
        acknowledgements = new Acknowledgements(new Inbox(directory), log, objects, door.orders());
    }

    @Test
    void confirmsThePostingOfExactlyThisBatchAndKeepsTheBytes() throws IOException {
        put(NAME, GOOD);

        acknowledgements.read();

        Sha256 stored = Sha256.of(GOOD);
        assertThat(door.given()).containsExactly(new ConfirmPosting(JOURNAL, "4711", stored, KEY, RecordingDoor.NOW));
        assertThat(objects.has(stored)).isTrue();
        assertThat(directory.resolve("done").resolve(NAME)).hasContent(GOOD);
        assertThat(directory.resolve(NAME)).doesNotExist();
    }

    @Test
    void namesTheRequestAsItsCause() throws IOException {
        put(NAME, GOOD);

        acknowledgements.read();

        assertThat(door.callers()).singleElement().satisfies(caller -> {
            assertThat(caller.correlation()).isEqualTo("chain");
            assertThat(caller.causation())
                    .isEqualTo(log.at(1).orElseThrow().eventId().toString());
        });
    }

    @Test
    void reportsARejectionWithItsReason() throws IOException {
        put(NAME, GOOD.replace("POSTED,4711", "REJECTED,account 5010 is closed"));

        acknowledgements.read();

        assertThat(door.given())
                .containsExactly(
                        new RejectPosting(JOURNAL, "account 5010 is closed", KEY, List.of(), RecordingDoor.NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLOSE_1,POSTED|CLOSE_2,POSTED",
                "POSTED|SENT",
                ",2,|,3,",
                ",2,|,two,",
                "1234.50|1234.51",
                ",4711,|, ,",
                "key,status|status,key",
                "1234.50\n|1234.50\na,b,c,d,e,f\n",
                "1234.50\n|\n"
            })
    void postsNothingWhenAnythingDoesNotMatch(String change) throws IOException {
        String[] parts = change.split("\\|", -1);
        put(NAME, GOOD.replace(parts[0], parts[1]));

        acknowledgements.read();

        assertThat(door.given()).isEmpty();
        assertThat(directory.resolve("unmatched").resolve(NAME)).exists();
    }

    @Test
    void postsNothingForAnotherHash() throws IOException {
        put(NAME, GOOD.replace(BATCH.hash().hex(), Example.HASH.hex()));

        acknowledgements.read();

        assertThat(door.given()).isEmpty();
        assertThat(directory.resolve("unmatched").resolve(NAME)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dk_2024-09_CLOSE_1.ack.csv", "no key at all.ack.csv"})
    void postsNothingForABatchNobodyHandedOver(String name) throws IOException {
        put(name, GOOD);

        acknowledgements.read();

        assertThat(door.given()).isEmpty();
        assertThat(directory.resolve("unmatched").resolve(name)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"." + NAME, NAME + ".tmp", "readme.txt"})
    void leavesOtherFilesAlone(String name) throws IOException {
        put(name, GOOD);

        acknowledgements.read();

        assertThat(door.given()).isEmpty();
        assertThat(directory.resolve(name)).exists();
    }

    @Test
    void setsAsideAFileBeyondTheLargestSize() throws IOException {
        put(NAME, "x".repeat(Inbox.LARGEST_BYTES + 1));

        acknowledgements.read();

        assertThat(directory.resolve("unmatched").resolve(NAME)).exists();
    }

    @Test
    void leavesTheFileForTheNextTimeWhileTheDoorIsBusy() throws IOException {
        door.answering(ConfirmPosting.class, Outcome.BUSY);
        put(NAME, GOOD);

        acknowledgements.read();

        assertThat(directory.resolve(NAME)).exists();
    }

    @Test
    void setsAsideWhatTheJournalRefuses() throws IOException {
        door.answering(ConfirmPosting.class, Outcome.REFUSED);
        put(NAME, GOOD);

        acknowledgements.read();

        assertThat(directory.resolve("unmatched").resolve(NAME)).exists();
    }

    @Test
    void movesARepeatedAcknowledgementWithoutLosingTheFirst() throws IOException {
        put(NAME, GOOD);
        acknowledgements.read();
        door.answering(ConfirmPosting.class, Outcome.UNCHANGED);
        put(NAME, GOOD.replace("\n", "\r\n"));

        acknowledgements.read();

        try (var done = Files.list(directory.resolve("done"))) {
            assertThat(done).hasSize(2);
        }
    }

    @Test
    void readsNoMoreThanItsBoundAtOnce() throws IOException {
        for (int i = 0; i <= Inbox.MOST_AT_ONCE; i++) {
            put("x" + i + ".ack.csv", "nothing");
        }

        acknowledgements.read();

        try (var unmatched = Files.list(directory.resolve("unmatched"))) {
            assertThat(unmatched).hasSize(Inbox.MOST_AT_ONCE);
        }
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    /** Objects in memory. */
    private static final class Objects implements ObjectDirectory {
        private final Map<Sha256, byte[]> kept = new HashMap<>();

        @Override
        public Sha256 put(InputStream bytes) throws IOException {
            return put(bytes.readAllBytes());
        }

        @Override
        public Sha256 put(byte[] bytes) {
            Sha256 hash = Sha256.of(bytes);
            kept.put(hash, bytes.clone());
            return hash;
        }

        @Override
        public Optional<InputStream> open(Sha256 hash) {
            return Optional.ofNullable(kept.get(hash)).map(ByteArrayInputStream::new);
        }

        @Override
        public boolean has(Sha256 hash) {
            return kept.containsKey(hash);
        }
    }
}
