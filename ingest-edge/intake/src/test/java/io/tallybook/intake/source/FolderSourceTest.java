package io.tallybook.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.House;
import io.tallybook.intake.NominationFileTest;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationMonthEvent.NominationsRecorded;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.PullFault;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import io.tallybook.messages.source.SourceKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that flow computers drop files into, good ones and awkward ones. */
class FolderSourceTest {
    private static final House HOUSE = House.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final Station station = new Station("folder-" + Long.toString(System.nanoTime(), 36));
    private Path folder = Path.of("");

    @BeforeEach
    void openTheFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("north"));
    }

    @Test
    void takesNewFilesOnceInTheOrderOfTheirNamesAndLeavesThemAsTheyAre() throws IOException {
        define("*.csv", "hourly-csv");
        write("b.csv", csv(2, 4));
        write("a.csv", csv(0, 2));
        write("notes.txt", "nothing");
        write(".a.csv.part", csv(8, 9));

        pull();
        pull();

        assertThat(station.facts(ObjectTaken.class))
                .extracting(taken -> taken.object().name())
                .containsExactly("a.csv", "b.csv");
        assertThat(station.recorded()).isEqualTo(Station.figures(4));
        assertThat(station.facts(PullRecorded.class))
                .singleElement()
                .satisfies(pull -> assertThat(pull.counts().accepted()).isEqualTo(4));
        assertThat(Files.readString(folder.resolve("a.csv"))).isEqualTo(csv(0, 2));

        write("b.csv", csv(2, 5));
        pull();
        assertThat(station.recorded()).isEqualTo(Station.figures(5));
        assertThat(station.facts(ObjectTaken.class)).hasSize(3);
    }

    @Test
    void readsNominationsOfVolumeManagementAndOfNobodyElse() throws IOException {
        NominationFileTest.known(station.point + "-c", station.point + "-n");
        station.define(SourceKind.VOLUME_MANAGEMENT, new FolderFeed("north", "*.csv"), null, "nominations-csv");
        write(
                "nominations.csv",
                "contract,point,day,direction,quantity,unit\n%s-c,%s-n,2024-10-01,RECEIPT,2,MWh\n"
                        .formatted(station.point, station.point));

        pull();

        assertThat(HOUSE.events(NominationsRecorded.class, station.before))
                .singleElement()
                .satisfies(e -> assertThat(e.days())
                        .containsExactly(new NominatedDay(new GasDay("2024-10-01"), Energy.ofKwh(2_000), null)));
        assertThatThrownBy(() -> define("*.csv", "nominations-csv")).hasMessageContaining("a profile of quantities");
    }

    @Test
    void aFileThatIsStillBeingWrittenWaitsForTheNextLook() throws IOException {
        define("*.csv", "hourly-csv");
        Path file = write("a.csv", csv(0, 2));

        pull(() -> Files.writeString(file, station.point + ",2024-10-01T06:00:00Z,102,\n", StandardOpenOption.APPEND));
        assertThat(station.facts(ObjectTaken.class)).isEmpty();
        pull();

        assertThat(station.recorded()).isEqualTo(Station.figures(3));
    }

    @Test
    void theSameContentUnderAnotherNameIsNotImportedAgain() throws IOException {
        define("*.csv", "hourly-csv");
        write("a.csv", csv(0, 2));
        pull();
        write("copy-of-a.csv", csv(0, 2));

        pull();

        assertThat(station.facts(ObjectTaken.class).getLast().object().importId())
                .isNull();
        assertThat(station.recorded()).isEqualTo(Station.figures(2));
    }

    @Test
    void readsAwkwardFiles() throws IOException {
        HOUSE.point(station.point + "-s", MeasuringInterval.HOUR, "2020-01-01");
        define("*", SEMICOLONS.formatted(station.point));
        write(
                "control-room.csv",
                "\uFEFFStundenwerte;\r\n;Nord\r\nZeit;kWh\r\n01.10.2024 06:00;100,0\r\n01.10.2024 07:00;101\r\n"
                        + "01.10.2024 08:00;NULL\r\nSumme;201\r\n");
        pull();
        assertThat(station.recorded()).isEqualTo(Station.figures(2));
        assertThat(HOUSE.events(DeadLetterReceived.class, station.before))
                .singleElement()
                .satisfies(letter -> assertThat(letter.category()).isEqualTo("NULL_VALUE"));

        define("*.xls", WORKBOOK.formatted(station.point));
        try (Workbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("legacy.xls"))) {
            hours(book.createSheet("Hours"));
            book.write(out);
        }
        pull();
        assertThat(station.recorded()).isEqualTo(Station.figures(4));
    }

    @Test
    void anUnreadableFileIsADeadLetterAndAnotherOneThatCannotBeTakenHoldsUpNone() throws IOException {
        define("*", "hourly-csv");
        write("a-broken.csv", "nothing,of,the,kind\n1,2,3,4\n");
        try (RandomAccessFile huge =
                new RandomAccessFile(folder.resolve("b-huge.csv").toFile(), "rw")) {
            huge.setLength((2L << 30) + 1);
        }
        write("c.csv", csv(0, 2));

        pull();

        assertThat(station.recorded()).isEqualTo(Station.figures(2));
        assertThat(station.facts(ObjectTaken.class))
                .extracting(taken -> taken.object().name())
                .containsExactly("a-broken.csv", "c.csv");
        PullFailed failed = station.facts(PullFailed.class).getFirst();
        assertThat(failed.cause()).isEqualTo(PullFault.TOO_MUCH);
        assertThat(failed.sentence()).contains("b-huge.csv");
        assertThat(failed.objects()).isEqualTo(2);
        assertThat(HOUSE.events(DeadLetterReceived.class, station.before)).hasSize(1);
    }

    @Test
    void looksNowhereButInItsOwnFolder() throws IOException {
        define("*.csv", "hourly-csv");
        Path elsewhere = Files.createTempDirectory("elsewhere");
        Files.writeString(elsewhere.resolve("secret.csv"), csv(0, 1));
        Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere.resolve("secret.csv"));
        pull();
        assertThat(station.facts(ObjectTaken.class)).isEmpty();

        Files.delete(folder.resolve("link.csv"));
        Files.delete(folder);
        Files.createSymbolicLink(folder, elsewhere);
        pull();
        assertThat(station.facts(PullFailed.class).getLast().cause()).isEqualTo(PullFault.NOT_ALLOWED);
        Files.delete(folder);
        pull();
        assertThat(station.facts(PullFailed.class).getLast().sentence()).contains("no folder 'north'");
        station.pull(Station.allowing());
        assertThat(station.facts(PullFailed.class).getLast().sentence()).contains("tallybook.sources.folders");
    }

    @Test
    void takesSoManyFilesAtOnceAndTheRestAtOnceAfterwards() throws IOException {
        define("*.csv", "hourly-csv");
        for (int i = 0; i < 5; i++) {
            write(i + ".csv", csv(i, i + 1));
        }
        SourceSettings two = Station.settings(root, null, 2);

        assertThat(station.pull(two)).isZero();
        assertThat(station.pull(two)).isZero();
        assertThat(station.pull(two)).isEqualTo(Duration.ofDays(1));

        assertThat(station.recorded()).isEqualTo(Station.figures(5));
    }

    private static final String SEMICOLONS = """
            name: control-room
            delimiter: ;
            decimal: ','
            null-words: [NULL]
            header:
              row: 2
              rows: 2
              footers: [Summe]
            time:
              field: Zeit
              pattern: dd.MM.uuuu HH:mm
              zone: Europe/Copenhagen
            points:
              Nord kWh: %s
            """;

    private static final String WORKBOOK = """
            name: legacy
            format: excel
            time:
              field: Hour
              zone: UTC
            points:
              North: %s
            """;

    private static void hours(Sheet sheet) {
        Row names = sheet.createRow(0);
        names.createCell(0).setCellValue("Hour");
        names.createCell(1).setCellValue("North");
        for (int i = 2; i < 4; i++) {
            Row row = sheet.createRow(i);
            row.createCell(0)
                    .setCellValue(Station.FIRST_HOUR.plus(Duration.ofHours(i)).toString());
            row.createCell(1).setCellValue(100.0 + i);
        }
    }

    private void define(String glob, String profile) {
        station.define(new FolderFeed("north", glob), null, profile);
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.nanoTime() / 1_000_000));
        return file;
    }

    private String csv(int from, int to) {
        StringBuilder text = new StringBuilder("point,start,kwh,quality\n");
        for (int i = from; i < to; i++) {
            text.append(
                    "%s,%s,%d,GOOD\n".formatted(station.point, Station.FIRST_HOUR.plus(Duration.ofHours(i)), 100 + i));
        }
        return text.toString();
    }

    private void pull() {
        station.pull(Station.settings(root, null, 100));
    }

    /** What happens to a file. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws IOException;
    }

    /** Something happens while the pull waits for files to settle. */
    private void pull(Meanwhile meanwhile) {
        station.clock.meanwhile(() -> {
            try {
                meanwhile.happens();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        pull();
    }
}
