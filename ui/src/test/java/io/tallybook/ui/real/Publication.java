package io.tallybook.ui.real;

import io.tallybook.intake.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A publication of the gas system read with regular expressions: nothing here is shared with the importer. */
final class Publication {
    /** The published field of each point. */
    static final Map<String, String> POINTS = Map.of(
            "KWhFromBiogas", "biogas",
            "KWhToDenmark", "denmark",
            "KWhFromNorthSea", "north-sea",
            "KWhToOrFromStorage", "storage",
            "KWhToOrFromGermany", "germany",
            "KWhToSweden", "sweden",
            "kWhFromTyra", "tyra",
            "KWhToPoland", "poland");

    private static final Pattern RECORD = Pattern.compile("\\{\"GasDay\": \"([0-9-]{10})[^}]*}");
    private static final Pattern VALUE = Pattern.compile("\"([kK]Wh\\w+)\": (-?[0-9]+)");

    /** A value that another publication gives otherwise. */
    record Restated(String point, String day, long before, long after) {
        String month() {
            return day.substring(0, 7);
        }
    }

    private final String text;
    private final Map<String, Long> values = new LinkedHashMap<>();

    private Publication(String text) {
        this.text = text;
        Matcher records = RECORD.matcher(text);
        while (records.find()) {
            Matcher numbers = VALUE.matcher(records.group());
            while (numbers.find()) {
                values.put(
                        key(POINTS.getOrDefault(numbers.group(1), ""), records.group(1)),
                        Long.valueOf(numbers.group(2)));
            }
        }
    }

    static Publication of(Sample sample) {
        try (InputStream in = new GZIPInputStream(sample.open())) {
            return new Publication(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return values.size();
    }

    /** Signed kWh. */
    long value(String point, String day) {
        return Objects.requireNonNull(values.get(key(point, day)), day);
    }

    /** The ways gas went at a point in a month, as a statement words them. */
    Set<String> directions(String point, String month) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(key(point, month)) && value.getValue() != 0)
                .map(value -> value.getValue() < 0 ? "DELIVERY" : "RECEIPT")
                .collect(Collectors.toSet());
    }

    /** What the later publication says otherwise of the values both have. */
    List<Restated> restatedBy(Publication later) {
        List<Restated> restated = new ArrayList<>();
        values.forEach((key, before) -> {
            Long after = later.values.get(key);
            if (after != null && !after.equals(before)) {
                String[] parts = key.split(" ");
                restated.add(new Restated(parts[0], parts[1], before, after));
            }
        });
        return restated;
    }

    /** The same with one value changed in its place. */
    Publication with(String field, String day, long kwh) {
        String record = record(day);
        String changed = record.replaceFirst("\"" + field + "\": -?[0-9]+", "\"" + field + "\": " + kwh);
        return new Publication(text.replace(record, changed));
    }

    /** The same with one value spoilt: a word where a number should stand. */
    Publication spoilt(String field, String day) {
        String record = record(day);
        return new Publication(
                text.replace(record, record.replaceFirst("\"" + field + "\": -?[0-9]+", "\"" + field + "\": \"n/a\"")));
    }

    /** Only the records of that month, or of that day. */
    Publication only(String monthOrDay) {
        List<String> kept = new ArrayList<>();
        Matcher records = RECORD.matcher(text);
        while (records.find()) {
            if (records.group(1).startsWith(monthOrDay)) {
                kept.add(records.group());
            }
        }
        return new Publication("{\"records\": [" + String.join(", ", kept) + "]}");
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text);
    }

    private String record(String day) {
        Matcher records = RECORD.matcher(text);
        while (records.find()) {
            if (records.group(1).equals(day)) {
                return records.group();
            }
        }
        throw new AssertionError("there is no " + day + " in the publication");
    }

    private static String key(String point, String day) {
        return point + " " + day;
    }
}
