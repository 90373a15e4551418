package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.sample.Sample;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Both publications of the Danish gas system, one after the other, as a user imports them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DanishGasFlowTest {
    private static final Map<String, String> POINTS = Map.of(
            "KWhFromBiogas", "biogas",
            "KWhToDenmark", "denmark",
            "KWhFromNorthSea", "north-sea",
            "KWhToOrFromStorage", "storage",
            "KWhToOrFromGermany", "germany",
            "KWhToSweden", "sweden",
            "kWhFromTyra", "tyra",
            "KWhToPoland", "poland");

    private final House house = House.open();
    private ImportSummary first;
    private ImportSummary again;
    private ImportSummary second;
    private ImportSummary oneKwh;

    @BeforeAll
    void importAll() throws IOException {
        house.danishPoints();
        first = take(bytes(Sample.GAS_FLOW_FIRST));
        again = take(bytes(Sample.GAS_FLOW_FIRST));
        second = take(bytes(Sample.GAS_FLOW_SECOND));
        oneKwh = take(zipped(
                text(Sample.GAS_FLOW_SECOND).replace("\"KWhFromBiogas\": 21365910", "\"KWhFromBiogas\": 21365911")));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void takesEveryValueOfTheFirstPublicationAndCountsTheNullsAsAbsent() {
        assertThat(first.counts()).isEqualTo(new ImportCounts(3815, 27_692, 0, 0, 0, 0, 2_828, 0));
        assertThat(first.counts().values()).isEqualTo(3815 * 8);
        assertThat(first.failure()).isNull();
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        assertThat(again.counts()).isEqualTo(new ImportCounts(3815, 0, 27_692, 0, 0, 0, 2_828, 0));
        assertThat(again.file()).isEqualTo(first.file());
    }

    @Test
    void findsExactlyTheRestatedValuesOfTheSecondPublication() throws IOException {
        Map<String, String> restated = restated();
        assertThat(restated).hasSize(181);
        assertThat(days(restated, "")).hasSize(141);
        assertThat(restated.keySet().stream().filter(key -> key.startsWith("2024-10")))
                .hasSize(21);
        assertThat(days(restated, "2024-10")).hasSize(19);

        assertThat(second.counts()).isEqualTo(new ImportCounts(3980, 165 * 8, 27_692 - 181, 181, 0, 0, 2_828, 0));
        Map<String, String> corrected = new TreeMap<>();
        house.events(QuantitiesRecorded.class, again.position()).stream()
                .filter(event -> event.source().importId().equals(second.importId()))
                .forEach(event -> event.quantities().stream()
                        .filter(it -> it.previous() != null)
                        .forEach(it -> corrected.put(
                                event.day() + " " + event.month().point().value(),
                                it.previous().kwh().toPlainString() + " -> "
                                        + it.quantity().signed().kwh().toPlainString())));
        assertThat(corrected).isEqualTo(restated);
    }

    @Test
    void findsOneKilowattHour() {
        assertThat(oneKwh.counts().corrected()).isEqualTo(1);
        assertThat(oneKwh.counts().unchanged()).isEqualTo(second.counts().values() - 2_828 - 1);
    }

    @Test
    void keepsTheRecordOfEachFigureAsPublished() throws IOException {
        String published = text(Sample.GAS_FLOW_FIRST);

        assertThat(house.events(QuantitiesRecorded.class, 0).stream()
                        .filter(event -> event.month().value().equals("sweden/2024-10")
                                && event.source().importId().equals(first.importId())))
                .hasSize(31)
                .allSatisfy(event -> {
                    var quantity = event.quantities().getFirst().quantity();
                    assertThat(published).contains(quantity.raw());
                    assertThat(quantity.raw()).contains(event.day() + "T00:00:00");
                    assertThat(published.indexOf(quantity.raw())).isPositive();
                });
    }

    private ImportSummary take(byte[] file) {
        return house.run(Sample.GAS_FLOW_FIRST.profile(), file);
    }

    /** By text search alone: shares nothing with the importer. */
    private static Map<String, String> restated() throws IOException {
        Map<String, String> before = figures(text(Sample.GAS_FLOW_FIRST));
        Map<String, String> after = figures(text(Sample.GAS_FLOW_SECOND));
        Map<String, String> restated = new TreeMap<>();
        before.forEach((key, old) -> {
            String now = after.get(key);
            if (now != null && !now.equals(old)) {
                restated.put(key, old + " -> " + now);
            }
        });
        return restated;
    }

    private static Map<String, String> figures(String json) {
        Map<String, String> figures = new LinkedHashMap<>();
        Matcher record = Pattern.compile("\\{\"GasDay\": \"([0-9-]{10})T00:00:00\"([^}]*)}")
                .matcher(json);
        while (record.find()) {
            Matcher field = Pattern.compile("\"(\\w+)\": (-?\\d+|null)").matcher(record.group(2));
            while (field.find()) {
                figures.put(record.group(1) + " " + POINTS.get(field.group(1)), field.group(2));
            }
        }
        return figures;
    }

    private static TreeSet<String> days(Map<String, String> restated, String month) {
        TreeSet<String> days = new TreeSet<>();
        restated.keySet().stream().filter(key -> key.startsWith(month)).forEach(key -> days.add(key.substring(0, 10)));
        return days;
    }

    private static byte[] bytes(Sample sample) throws IOException {
        try (InputStream in = sample.open()) {
            return in.readAllBytes();
        }
    }

    private static String text(Sample sample) throws IOException {
        try (InputStream in = new GZIPInputStream(sample.open())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
