package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Damaged files: whatever bytes come, the import ends, counts every value once, keeps what was good, makes a dead letter of
 * the rest, and the same bytes again change nothing. {@code -Dtallybook.fuzz.seconds} sets how long (15), {@code
 * -Dtallybook.fuzz.seed} where it starts.
 */
class FileFuzzTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("tallybook.fuzz.seconds", 15));
    private static final long SEED = Long.getLong("tallybook.fuzz.seed", System.nanoTime());
    private static final int ENOUGH = 50;

    private static final House HOUSE = House.shared();
    private static final Profile HOURLY = Profiles.shipped("hourly-csv").orElseThrow();
    private static final Profile GAS_FLOW =
            Profiles.shipped("energinet-gasflow").orElseThrow();
    private static final Profile WORKBOOK = Profiles.parse("""
            name: hourly-workbook
            format: excel
            layout: long
            point: point
            value: kwh
            quality: quality
            time:
              field: start
              zone: UTC
            """);
    private static final Profile FLOW_COMPUTER = Profiles.parse("""
            name: flow-computer
            comment: '#'
            grouping: "'"
            layout: long
            point: point
            value: kwh
            quality: quality
            time:
              field: start
              means: interval-end
              zone: Europe/Copenhagen
              ambiguous: ascending
            """);
    private static final int LONGEST_CELL = 32_767;
    private static final String NASTY = ",\"\n\r\t \0;:{}[]\\'-+.eE0123456789TZnul\u00e9\ufeff\u2028\ud83d\ude00";

    @Test
    void countsEveryValueOnceAndLosesNothingWhateverTheBytes() throws IOException {
        HOUSE.danishPoints();
        Instant end = Instant.now().plus(TIME);
        int files = 0;
        int damaged = 0;
        for (long seed = SEED; files < ENOUGH || Instant.now().isBefore(end); seed++, files++) {
            try {
                damaged += oneFile(seed, files);
            } catch (AssertionError | RuntimeException | IOException e) {
                throw new AssertionError("-Dtallybook.fuzz.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
        System.out.printf("fuzzing: %d files, %d with dead letters, from seed %d%n", files, damaged, SEED);
        assertThat(damaged).as("files with dead letters").isBetween(1, files - 1);
    }

    /** One file twice; 1 when it had dead letters. */
    private static int oneFile(long seed, int number) throws IOException {
        Random random = new Random(seed);
        int kind = random.nextInt(7);
        boolean json = kind < 2;
        String text = wounded(
                random,
                json ? gasFlow(random) : written(kind, hourly(random, "fuzz-" + SEED % 100_000 + "-" + number)));
        byte[] file = flipped(random, kind == 2 ? workbook(text) : text.getBytes(StandardCharsets.UTF_8));
        if (random.nextInt(8) == 0) {
            file = flipped(random, zipped(file));
        }
        Profile profile = json ? GAS_FLOW : kind == 2 ? WORKBOOK : kind == 3 ? FLOW_COMPUTER : HOURLY;

        long before = HOUSE.log().head();
        ImportCounts first = HOUSE.run(profile, file).counts();
        long between = HOUSE.log().head();
        ImportCounts again = HOUSE.run(profile, file).counts();

        assertThat(recorded(before, between)).as("recorded").isEqualTo(first.accepted() + first.corrected());
        // One letter holds a row: one value of the long file, up to eight of the wide one
        assertThat(first.rejected()).as("rejected").isBetween(letters(before), letters(before) * (json ? 8 : 1));
        assertThat(again)
                .as("the same file again")
                .isEqualTo(new ImportCounts(
                        first.rows(),
                        0,
                        first.accepted() + first.corrected() + first.unchanged(),
                        0,
                        0,
                        first.duplicate(),
                        first.absent(),
                        first.rejected()));
        assertThat(recorded(between, Long.MAX_VALUE)).as("recorded again").isZero();
        return first.rejected() > 0 ? 1 : 0;
    }

    private static int recorded(long after, long through) {
        return HOUSE.log().after(after, 1_000).stream()
                .filter(stored -> stored.position() <= through)
                .mapToInt(stored -> stored.event() instanceof QuantitiesRecorded it
                        ? it.quantities().size()
                        : 0)
                .sum();
    }

    private static int letters(long after) {
        return HOUSE.events(DeadLetterReceived.class, after).size();
    }

    private static String hourly(Random random, String point) {
        HOUSE.point(point, MeasuringInterval.HOUR, "2020-01-01");
        StringBuilder file = new StringBuilder("point,start,kwh,quality\n");
        Instant start = Instant.parse("2024-10-26T04:00:00Z");
        int rows = 1 + random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            file.append(point).append(',').append(start.plus(Duration.ofHours(row)));
            file.append(',')
                    .append(random.nextInt(2_000_000) - 1_000_000)
                    .append(random.nextBoolean() ? ",GOOD\n" : ",\n");
        }
        return file.toString();
    }

    /** With comments amid the rows and signs between thousands, for the flow computer. */
    private static String written(int kind, String file) {
        return kind == 3
                ? file.replaceAll("(\\d)(\\d{3}),", "$1'$2,").replaceAll("(?m)(^.*7.*$)", "# \"note\n$1")
                : file;
    }

    private static String gasFlow(Random random) {
        List<String> fields = new ArrayList<>(List.of(
                "KWhFromBiogas",
                "KWhToDenmark",
                "KWhFromNorthSea",
                "KWhToOrFromStorage",
                "KWhToOrFromGermany",
                "KWhToSweden",
                "kWhFromTyra"));
        StringBuilder file = new StringBuilder("{\"total\": 9, \"records\": [");
        int days = 1 + random.nextInt(12);
        for (int day = 0; day < days; day++) {
            Collections.shuffle(fields, random);
            file.append(day == 0 ? "" : ", ");
            file.append("{\"GasDay\": \"2016-03-%02dT00:00:00\"".formatted(1 + day));
            fields.forEach(field -> file.append(", \"%s\": %d".formatted(field, random.nextInt() * 10L)));
            file.append(", \"KWhToPoland\": null}");
        }
        return file.append("]}").toString();
    }

    /** Characters changed, taken out or put in, pieces repeated or cut off: a few of each, sometimes none. */
    private static String wounded(Random random, String text) {
        StringBuilder file = new StringBuilder(text);
        int wounds = Math.max(0, random.nextInt(8) - 2);
        for (int wound = 0; wound < wounds && file.length() > 1; wound++) {
            int at = random.nextInt(file.length());
            String nasty = String.valueOf(NASTY.charAt(random.nextInt(NASTY.length())));
            switch (random.nextInt(6)) {
                case 0 -> file.replace(at, at + 1, nasty);
                case 1 -> file.insert(at, nasty);
                case 2 -> file.deleteCharAt(at);
                case 3 -> file.insert(at, file.substring(at, Math.min(file.length(), at + random.nextInt(80))));
                case 4 -> file.delete(at, Math.min(file.length(), at + random.nextInt(80)));
                default -> file.insert(at, nasty.repeat(random.nextInt(40_000) / (1 + random.nextInt(4_000))));
            }
        }
        return file.toString();
    }

    /** The text's fields as cells. */
    private static byte[] workbook(String text) throws IOException {
        try (Workbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String[] fields = lines[i].split(",", 300);
                for (int j = 0; j < fields.length; j++) {
                    Cell cell = (j == 0 ? sheet.createRow(i) : sheet.getRow(i)).createCell(j);
                    cell.setCellValue(fields[j].substring(0, Math.min(fields[j].length(), LONGEST_CELL)));
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] flipped(Random random, byte[] bytes) {
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
