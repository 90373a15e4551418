package io.tallybook.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.Heading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CsvRowsTest {
    private static final FileFormat.Csv CSV = new FileFormat.Csv(',', StandardCharsets.UTF_8, Heading.FIRST_ROW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsTheCornerCasesAsTheirPublisherMeansThem(String name) throws IOException {
        String text = resource("csvs/" + name + ".csv");
        String file = name.endsWith("_crlf") ? text.replace("\n", "\r\n") : text;

        List<Row> rows = all(file);

        List<Map<String, String>> meant =
                JsonMapper.shared().readerForListOf(Map.class).readValue(resource("json/" + name + ".json"));
        assertThat(rows.stream().map(row -> ((Row.Good) row).cells())).containsExactlyElementsOf(meant);
        assertThat(rows).allSatisfy(row -> assertThat(file).contains(row.raw()));
    }

    @Test
    void keepsEachRowExactlyAsReadWithTheLineItBeginsOn() throws IOException {
        List<Row> rows = all("a,b\r\n\r\n1,\"x\r\ny\"\r\n 2 , \"z\"\n\n3,\"q\"\"q\" ");

        assertThat(rows).extracting(Row::raw).containsExactly("1,\"x\r\ny\"", " 2 , \"z\"", "3,\"q\"\"q\" ");
        assertThat(rows).extracting(Row::line).containsExactly(3, 5, 7);
    }

    @Test
    void leavesOutTheLinesOfAProgramAmidTheRowsWhateverTheyHold() throws IOException {
        FileFormat.Csv commented = new FileFormat.Csv(',', StandardCharsets.UTF_8, Heading.FIRST_ROW, "//");
        String text = "// station \"7\n\n//,,,\na,b\n// \"\n1,\"x\n// y\"\n/3,4\n\r\n//\n// z\r\n5,6\n//";
        List<Row> rows = new ArrayList<>();
        try (Rows read = Rows.open(commented, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (Row row = read.next(); row != null; row = read.next()) {
                rows.add(row);
            }
        }

        assertThat(rows).extracting(Row::raw).containsExactly("1,\"x\n// y\"", "/3,4", "5,6");
        assertThat(rows).extracting(Row::line).containsExactly(6, 8, 12);
        assertThat(rows).allMatch(Row.Good.class::isInstance);
    }

    @Test
    void losesOneLineToAStrayQuote() throws IOException {
        List<Row> rows = all("a,b\n1,2\n3,\"x\"y\n5,\"6\n7,8\n9,10\n");

        assertThat(rows).extracting(Row::raw).containsExactly("1,2", "3,\"x\"y", "5,\"6", "7,8", "9,10");
        assertThat(rows.stream().filter(Row.Bad.class::isInstance))
                .extracting(Row::line)
                .containsExactly(3, 4);
    }

    @Test
    void losesOneLineToAQuoteThatALaterRowSeemsToCloseWithTooManyColumns() throws IOException {
        List<Row> rows = all("a,b\n1,\"2\n3,4\n5\",6\n7,8\n");

        assertThat(rows.stream().filter(Row.Good.class::isInstance))
                .extracting(Row::raw)
                .contains("3,4", "7,8");
    }

    @Test
    void saysHowManyColumnsARowShouldHaveHad() throws IOException {
        assertThat(all("a,b\n1,2,3\n4\n5,6"))
                .filteredOn(Row.Bad.class::isInstance)
                .extracting(row -> ((Row.Bad) row).reason())
                .containsExactly("the row has 3 columns, the header has 2", "the row has 1 columns, the header has 2");
    }

    @Test
    void holdsARowOfTheGreatestLengthAndLosesOnlyOneThatIsLonger() throws IOException {
        String fits = "1," + "x".repeat(CharWindow.MAX_ROW_CHARS - 2);
        String tooLong = "2," + "y".repeat(3 * CharWindow.MAX_ROW_CHARS);

        List<Row> rows = all("a,b\n" + fits + "\n" + tooLong + "\n3,4\n");

        assertThat(rows).extracting(row -> row.getClass().getSimpleName()).containsExactly("Good", "Bad", "Good");
        assertThat(rows).extracting(Row::line).containsExactly(2, 3, 4);
        assertThat(rows).allSatisfy(row -> assertThat(row.raw().length()).isLessThanOrEqualTo(Row.MAX_RAW));
    }

    @Test
    void losesOneLineToAQuoteThatIsNeverClosedInALongFile() throws IOException {
        String many = IntStream.range(0, 20_000).mapToObj(i -> i + "," + i).collect(Collectors.joining("\n"));

        List<Row> rows = all("a,b\n0,\"1\n" + many);

        assertThat(rows).hasSize(20_001);
        assertThat(rows.stream().filter(Row.Bad.class::isInstance)).hasSize(1);
    }

    @Test
    void skipsAByteOrderMarkAndUnzipsByTheFirstTwoBytes() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("\uFEFFa,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }

        List<Row> rows = all(new ByteArrayInputStream(zipped.toByteArray()));

        assertThat(rows).singleElement().isEqualTo(new Row.Good(2, "1,2", Map.of("a", "1", "b", "2")));
    }

    @Test
    void saysThatACutOffGzipWasCutOff() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 6);

        assertThatThrownBy(() -> all(new ByteArrayInputStream(cut)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> all(new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 7, 7})))
                .isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> all("")).isInstanceOf(UnreadableFile.class).hasMessage("the file is empty");
    }

    @Test
    void readsBackWhatAGeneratorWroteRowForRow() throws IOException {
        long seed = 20241027;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<List<String>> written = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            List<String> fields =
                    IntStream.range(0, 3).mapToObj(j -> text(random)).toList();
            written.add(fields);
            raw.add(fields.stream().map(CsvRowsTest::quoted).collect(Collectors.joining(",")));
        }
        String lineEnd = random.nextBoolean() ? "\r\n" : "\n";

        List<Row> rows = all("a,b,c" + lineEnd + String.join(lineEnd, raw));

        assertThat(rows).as("seed %d", seed).extracting(Row::raw).containsExactlyElementsOf(raw);
        assertThat(rows)
                .as("seed %d", seed)
                .extracting(row -> {
                    Row.Good good = (Row.Good) row;
                    return Arrays.asList(good.cell("a"), good.cell("b"), good.cell("c"));
                })
                .containsExactlyElementsOf(written);
    }

    private static String text(RandomGenerator random) {
        String alphabet = "ab1,\"\n\r ;é€'";
        return random.ints(random.nextInt(12), 0, alphabet.length())
                .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                .collect(Collectors.joining("", "v", ""));
    }

    private static String quoted(String field) {
        return field.matches("(?s).*[,\"\r\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static List<Row> all(String text) throws IOException {
        return all(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Row> all(InputStream bytes) throws IOException {
        List<Row> found = new ArrayList<>();
        try (Rows rows = Rows.open(CSV, bytes)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CsvRowsTest.class.getResourceAsStream("csv-edge-cases/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
