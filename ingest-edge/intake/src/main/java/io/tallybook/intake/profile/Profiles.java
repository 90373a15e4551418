package io.tallybook.intake.profile;

import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.price.PriceStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Profiles from YAML: those shipped with Tallybook, and a person's own. */
public final class Profiles {
    /** Names of the shipped profiles. */
    public static final List<String> SHIPPED =
            List.of("energinet-gasflow", "henry-hub", "hourly-csv", "nominations-csv");

    static final int MAX_POINTS = 1_000;

    private Profiles() {}

    /** A shipped profile by name; empty when there is none of that name. */
    public static Optional<Profile> shipped(String name) {
        if (!SHIPPED.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(parse(text(name)));
    }

    /** The YAML of a shipped profile, word for word. */
    public static String text(String shipped) {
        try (InputStream in = Profiles.class.getResourceAsStream(shipped + ".yaml")) {
            return new String(
                    java.util.Objects.requireNonNull(in, "every shipped profile is on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProfileError naming key and line of what is wrong */
    public static Profile parse(String yaml) {
        Section top = new Section("", Yaml.parse(yaml));
        String name = top.value("name", Profiles::name);
        Function<Section, Profile> kind = top.oneOf(
                "kind",
                "quantities",
                Map.of(
                        "quantities", s -> quantities(name, s),
                        "prices", s -> prices(name, s),
                        "nominations", s -> NominationSection.read(name, s),
                        "set-up", s -> SetupSection.read(name, s),
                        "erp-periods", s -> PeriodSection.read(name, s)));
        Profile profile = kind.apply(top);
        top.done();
        return profile;
    }

    private static Profile quantities(String name, Section top) {
        FileFormat format = format(top);
        return new QuantityProfile(
                name,
                format,
                layout(top),
                TimeSection.read(top.needed("time"), format),
                numbers(top),
                top.value("unit", "kWh", EnergyUnit::named),
                top.optional("unit-field").orElse(null),
                sign(top),
                top.optional("quality").orElse(null),
                nulls(top));
    }

    private static Profile prices(String name, Section top) {
        top.oneOf("unit", "MMBtu", Map.of("MMBtu", true));
        Section day = top.needed("day");
        FileFormat format = format(top);
        TimeRule rule = TimeSection.readDay(day, format);
        return new PriceProfile(
                name,
                format,
                top.value("series", SeriesId::new),
                rule.field(),
                rule,
                top.text("price"),
                numbers(top),
                top.value("currency", Profiles::currency),
                status(top, "status", top.optional("status").orElse("FINAL")),
                top.optional("status-field").orElse(null),
                statuses(top),
                new NullRule(words(top), List.of()),
                top.oneOf("blank", "absent", Map.of("absent", false, "withdraws", true)));
    }

    static FileFormat format(Section top) {
        return top.oneOf(
                        "format",
                        "csv",
                        Map.<String, Function<Section, FileFormat>>of(
                                "csv", Profiles::csv, "json", Profiles::json, "excel", Profiles::excel))
                .apply(top);
    }

    private static FileFormat csv(Section top) {
        return new FileFormat.Csv(
                top.value("delimiter", ",", Profiles::delimiter),
                top.value("charset", "UTF-8", Charset::forName),
                heading(top),
                top.value("comment", "", Profiles::comment));
    }

    private static FileFormat json(Section top) {
        String path = top.optional("records").orElse("");
        return new FileFormat.Json(path.isEmpty() ? List.of() : List.of(path.split("\\.", -1)));
    }

    private static FileFormat excel(Section top) {
        return new FileFormat.Excel(
                top.optional("sheet").orElse(null), numbers(top).decimal(), heading(top));
    }

    private static Heading heading(Section top) {
        Optional<Section> given = top.section("header");
        if (given.isEmpty()) {
            return Heading.FIRST_ROW;
        }
        Section section = given.get();
        int row = section.value("row", "1", text -> count(text, 1));
        int rows = section.value("rows", "1", text -> count(text, 1));
        int data = section.value("data", String.valueOf(row + rows), text -> count(text, row + rows));
        Heading heading = new Heading(row, rows, data, new LinkedHashSet<>(section.texts("footers")));
        section.done();
        return heading;
    }

    private static int count(String text, int least) {
        int count = Integer.parseInt(require(text, "[0-9]{1,3}", "a row is a number up to 999"));
        if (count < least) {
            throw new IllegalArgumentException("at least " + least + ", was " + count);
        }
        return count;
    }

    private static Layout layout(Section top) {
        boolean wide = top.oneOf("layout", "wide", Map.of("wide", true, "long", false));
        Map<String, PointId> points = new LinkedHashMap<>();
        top.mapping("points").forEach((written, id) -> points.put(written, point(top, id)));
        if (points.size() > MAX_POINTS) {
            throw top.at("points", "at most " + MAX_POINTS + " points");
        }
        if (!wide) {
            return new Layout.Long(top.text("point"), points, top.text("value"));
        }
        if (points.isEmpty()) {
            throw top.at("points", "a wide file needs a mapping of columns to points");
        }
        if (Set.copyOf(points.values()).size() < points.size()) {
            throw top.at("points", "two columns name the same point");
        }
        return new Layout.Wide(points, new LinkedHashSet<>(top.texts("ignore")));
    }

    private static SignRule sign(Section top) {
        return top.oneOf(
                        "direction",
                        "signed",
                        Map.<String, Function<Section, SignRule>>of(
                                "signed", s -> new SignRule.Signed(false),
                                "signed-delivery-positive", s -> new SignRule.Signed(true),
                                "receipt", s -> new SignRule.Always(Direction.RECEIPT),
                                "delivery", s -> new SignRule.Always(Direction.DELIVERY),
                                "by-field", s -> directionField(s.needed("direction-field"))))
                .apply(top);
    }

    static SignRule directionField(Section section) {
        SignRule rule = new SignRule.Column(
                section.text("field"),
                new LinkedHashSet<>(section.texts("receipt")),
                new LinkedHashSet<>(section.texts("delivery")));
        section.done();
        return rule;
    }

    private static NullRule nulls(Section top) {
        List<NullRule.Absence> absences = top.sections("absent").stream()
                .map(section -> {
                    NullRule.Absence absence = new NullRule.Absence(
                            new LinkedHashSet<>(section.texts("fields")),
                            section.optional("before").isPresent() ? section.value("before", GasDay::new) : null);
                    section.done();
                    return absence;
                })
                .toList();
        return new NullRule(words(top), absences);
    }

    static Set<String> words(Section top) {
        List<String> words = top.texts("null-words");
        return words.isEmpty() ? Set.of("") : new LinkedHashSet<>(words);
    }

    static Numbers numbers(Section top) {
        char decimal = top.oneOf("decimal", ".", Map.of(".", '.', ",", ','));
        Optional<String> given = top.optional("grouping");
        if (given.isEmpty()) {
            return new Numbers(decimal);
        }
        char grouping = top.oneOf("grouping", "", Map.of(".", '.', ",", ',', "'", '\'', "space", ' '));
        if (grouping == decimal) {
            throw top.at("grouping", "the sign between thousands is also the decimal sign");
        }
        return new Numbers(decimal, grouping);
    }

    private static Map<String, PriceStatus> statuses(Section top) {
        Map<String, PriceStatus> statuses = new LinkedHashMap<>();
        top.mapping("statuses").forEach((word, status) -> statuses.put(word, status(top, "statuses", status)));
        return statuses;
    }

    private static PriceStatus status(Section top, String key, String word) {
        try {
            return PriceStatus.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw top.at(key, "'" + word + "' is not one of FINAL, PRELIMINARY");
        }
    }

    private static PointId point(Section top, String id) {
        try {
            return new PointId(id);
        } catch (IllegalArgumentException e) {
            throw top.at("points", String.valueOf(e.getMessage()));
        }
    }

    private static String name(String text) {
        return require(text, "[a-z0-9][a-z0-9.-]{0,63}", "a name is 1 to 64 of a-z, 0-9, '.', '-'");
    }

    private static String currency(String text) {
        return require(text, "[A-Z]{3}", "a currency is three capital letters (ISO 4217)");
    }

    private static char delimiter(String text) {
        return require(text.equals("tab") ? "\t" : text, "[,;|\t]", "a delimiter is one of , ; | or the word tab")
                .charAt(0);
    }

    private static String comment(String text) {
        return text.isEmpty() ? "" : require(text, "[^\\s\"]{1,8}", "lines left out begin with 1 to 8 characters");
    }

    private static String require(String text, String pattern, String sentence) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(sentence + ", was '" + text + "'");
        }
        return text;
    }
}
