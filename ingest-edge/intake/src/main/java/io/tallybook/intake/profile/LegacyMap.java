package io.tallybook.intake.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an old system's workbook or CSV file has its monthly figures, and what its names are called here: the map of a parallel
 * run.
 *
 * @param tables where to read, one after the other from the same file; figures of one name add up
 */
public record LegacyMap(List<Table> tables) {
    static final int MOST_TABLES = 16;
    static final int MOST_NAMES = 5_000;

    public LegacyMap {
        tables = List.copyOf(tables);
    }

    /** What a figure is of. */
    public enum Subject {
        POINT,
        SHIPPER,
        ACCOUNT
    }

    /** What a figure measures. */
    public enum Measure {
        /** kWh in. */
        RECEIPTS(Subject.POINT, Subject.SHIPPER),
        /** kWh out. */
        DELIVERIES(Subject.POINT, Subject.SHIPPER),
        /** Money, bought from the shipper. */
        PURCHASES(Subject.SHIPPER),
        /** Money, sold to the shipper. */
        SALES(Subject.SHIPPER),
        /** Money. */
        DEBIT(Subject.ACCOUNT),
        /** Money. */
        CREDIT(Subject.ACCOUNT);

        private final Set<Subject> subjects;

        Measure(Subject... subjects) {
            this.subjects = Set.of(subjects);
        }

        public boolean isEnergy() {
            return this == RECEIPTS || this == DELIVERIES;
        }
    }

    /** Names one figure of a month: of what, called how here, measuring what. */
    public record Figure(Subject kind, String subject, Measure measure) {}

    /**
     * One table of the file.
     *
     * @param subject the column that names the thing
     * @param names old name to ours; a name that is not there is ours already
     * @param columns the column of each measure
     * @param unit of the energies
     */
    public record Table(
            Subject kind,
            FileFormat format,
            String subject,
            Map<String, String> names,
            Map<Measure, String> columns,
            Numbers numbers,
            EnergyUnit unit) {
        public Table {
            names = Map.copyOf(names);
            columns = Collections.unmodifiableMap(new EnumMap<>(columns));
        }
    }

    /** @throws ProfileError naming key and line of what is wrong */
    public static LegacyMap parse(String yaml) {
        Section top = new Section("", Yaml.parse(yaml));
        List<Section> sections = top.sections("tables");
        if (sections.isEmpty() || sections.size() > MOST_TABLES) {
            throw top.at("tables", "1 to " + MOST_TABLES + " tables");
        }
        List<Table> tables = new ArrayList<>();
        sections.forEach(section -> tables.add(table(section)));
        top.done();
        return new LegacyMap(tables);
    }

    private static Table table(Section section) {
        Subject kind = Optional.ofNullable(words(Subject.values()).get(section.text("kind")))
                .orElseThrow(() -> section.at("kind", "one of account, point, shipper"));
        Map<String, String> names = section.mapping("names");
        if (names.size() > MOST_NAMES) {
            throw section.at("names", "at most " + MOST_NAMES + " names");
        }
        Table table = new Table(
                kind,
                Profiles.format(section),
                section.text("subject"),
                names,
                columns(kind, section),
                Profiles.numbers(section),
                section.value("unit", "kWh", EnergyUnit::named));
        section.done();
        return table;
    }

    private static Map<Measure, String> columns(Subject kind, Section section) {
        Map<String, Measure> known = words(Measure.values());
        Map<Measure, String> columns = new EnumMap<>(Measure.class);
        section.mapping("columns").forEach((word, column) -> {
            Measure measure = known.get(word);
            if (measure == null || !measure.subjects.contains(kind)) {
                throw section.at(
                        "columns",
                        "'" + word + "' is no figure of a " + word(kind) + "; those are "
                                + known.entrySet().stream()
                                        .filter(e -> e.getValue().subjects.contains(kind))
                                        .map(Map.Entry::getKey)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            }
            columns.put(measure, column);
        });
        if (columns.isEmpty()) {
            throw section.at("columns", "name at least one column of figures");
        }
        return columns;
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Stream.of(values).collect(Collectors.toMap(LegacyMap::word, value -> value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
