package io.tallybook.ui.setup;

import io.tallybook.messages.journal.AccountUse;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.report.setup.SetupSheet.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing of the set-up as a form: its own fields, and beneath them the lines that are taken in with it, such as a contract's
 * shares.
 *
 * @param lines each with a field per column; blank ones are for what is added
 */
public record SetupForm(SetupSheet sheet, List<Field> fields, List<List<Field>> lines) {
    /** More than a contract has shares. */
    static final int MOST_LINES = 600;

    private static final int BLANK_LINES = 6;

    /** Cells that may be empty; a point's version is counted, not asked. */
    private static final Set<String> OPTIONAL =
            Set.of("Look back, days", "Money limit", "Percent limit", "Both limits", "Heating value, kWh/m3");

    private static final String VERSION = "Version";

    /**
     * A cell to fill in.
     *
     * @param name of the input
     * @param column message key of its label
     * @param choices what it may hold; empty for anything
     * @param suggestions id of the list of what there is; empty for none
     */
    public record Field(
            String name,
            String heading,
            String column,
            String value,
            List<String> choices,
            String suggestions,
            boolean required) {
        /** How a cell is written, where its heading does not say so. */
        public String hint() {
            return HINTS.getOrDefault(heading, "");
        }
    }

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("Tolerance from", "2026-01"),
            Map.entry("Time zone", "Europe/Copenhagen"),
            Map.entry("Gas day starts", "06:00"),
            Map.entry("In force from", "2026-01-01"),
            Map.entry("Effective from", "2026-01"),
            Map.entry("First period", "2026-01"),
            Map.entry("Date", "2026-12-25"),
            Map.entry("Year", "2026"),
            Map.entry("Currency", "EUR"),
            Map.entry("Share", "0.50000000"),
            Map.entry("Budget month", "2026-01"),
            Map.entry("Measured month", "2026-01"),
            Map.entry("Scope", "all"));

    /** The last part of a heading's message key: {@code Day, %} is {@code setup-day}. */
    static String key(String heading) {
        return "setup-"
                + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }

    private static boolean hasLines(SetupSheet sheet) {
        return sheet.lines().isPresent();
    }

    private static SetupSheet linesOf(SetupSheet sheet) {
        return sheet.lines().orElse(sheet);
    }

    /** Whether rows of the sheet are nothing but lines, such as the holidays of a year. */
    static boolean isLinesOnly(SetupSheet sheet) {
        return sheet.lines().filter(sheet::equals).isPresent();
    }

    private static List<Heading> own(SetupSheet sheet) {
        return sheet.headings().stream()
                .filter(heading -> !heading.name().equals(VERSION))
                .filter(heading -> !isLinesOnly(sheet) || sheet.together().contains(heading.name()))
                .toList();
    }

    private static List<Heading> ofLine(SetupSheet sheet) {
        SetupSheet lines = linesOf(sheet);
        return lines.headings().stream()
                .filter(heading -> !lines.together().contains(heading.name()))
                .toList();
    }

    /**
     * The form of a thing as it stands.
     *
     * @param cells of the thing's row; empty for a new one
     * @param lines cells of the rows that go with it
     */
    static SetupForm of(SetupSheet sheet, Map<String, String> cells, List<Map<String, String>> lines) {
        List<Field> fields = new ArrayList<>();
        for (Heading heading : own(sheet)) {
            fields.add(field("f-" + key(heading.name()), sheet, heading, cells));
        }
        List<List<Field>> filled = new ArrayList<>();
        if (hasLines(sheet)) {
            List<Map<String, String>> all = new ArrayList<>(lines);
            blanks(sheet).forEach(all::add);
            for (Map<String, String> line : all.stream().limit(MOST_LINES).toList()) {
                filled.add(line(sheet, filled.size(), line));
            }
        }
        return new SetupForm(sheet, fields, filled);
    }

    private static List<Field> line(SetupSheet sheet, int number, Map<String, String> cells) {
        return ofLine(sheet).stream()
                .map(heading -> field("l" + number + "-" + key(heading.name()), linesOf(sheet), heading, cells))
                .toList();
    }

    private static Stream<Map<String, String>> blanks(SetupSheet sheet) {
        return sheet == SetupSheet.ACCOUNTS
                ? Stream.empty()
                : Stream.generate(Map::<String, String>of).limit(BLANK_LINES);
    }

    /** Every use of a map of accounts, also those it does not name yet. */
    static List<Map<String, String>> everyUse(List<Map<String, String>> known) {
        return Arrays.stream(AccountUse.values())
                .map(use -> known.stream()
                        .filter(line -> use.name().equals(line.get("Use")))
                        .findFirst()
                        .orElse(Map.of("Use", use.name())))
                .toList();
    }

    private static Field field(String name, SetupSheet sheet, Heading heading, Map<String, String> cells) {
        boolean line = !own(sheet).contains(heading) || !SetupEditPages.SHEETS.contains(sheet);
        return new Field(
                name,
                heading.name(),
                "column." + key(heading.name()),
                cells.getOrDefault(heading.name(), ""),
                heading.required() || heading.choices().isEmpty()
                        ? heading.choices()
                        : Stream.concat(Stream.of(""), heading.choices().stream())
                                .toList(),
                suggestions(heading.name()),
                !line && heading.required() && !OPTIONAL.contains(heading.name()));
    }

    private static String suggestions(String heading) {
        return switch (heading) {
            case "Network",
                    "Area",
                    "Point",
                    "Shipper",
                    "Series",
                    "Contract",
                    "Account map",
                    "Close group",
                    "Cash-out table" -> "known-" + key(heading);
            case "Imbalance series" -> "known-" + key("Series");
            default -> "";
        };
    }

    /** The rows a filled-in form stands for. */
    static List<SetupRow> rows(SetupSheet sheet, Map<String, String> inputs, int version) {
        Map<String, String> own = new LinkedHashMap<>();
        own(sheet).forEach(heading -> put(own, heading.name(), inputs.get("f-" + key(heading.name()))));
        if (sheet == SetupSheet.POINTS) {
            own.put(VERSION, String.valueOf(version));
        }
        List<SetupRow> rows = new ArrayList<>();
        if (hasLines(sheet)) {
            rows.addAll(lines(sheet, own, inputs));
        }
        if (rows.isEmpty() || !isLinesOnly(sheet)) {
            rows.addFirst(new SetupRow(sheet, 1, own));
        }
        return rows;
    }

    private static List<SetupRow> lines(SetupSheet sheet, Map<String, String> own, Map<String, String> inputs) {
        List<SetupRow> rows = new ArrayList<>();
        for (int i = 0; i < MOST_LINES; i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            linesOf(sheet).together().forEach(name -> put(cells, name, own.get(name)));
            boolean filled = false;
            for (Heading heading : ofLine(sheet)) {
                String text = inputs.get("l" + i + "-" + key(heading.name()));
                put(cells, heading.name(), text);
                filled |= text != null && !text.isBlank() && isTyped(sheet, heading);
            }
            if (filled) {
                rows.add(new SetupRow(linesOf(sheet), rows.size() + 1, cells));
            }
        }
        return rows;
    }

    /** A share's point and direction stand there before anybody has said how much, or by which method. */
    private static boolean isTyped(SetupSheet sheet, Heading heading) {
        return sheet == SetupSheet.CONTRACTS
                ? heading.name().equals("Share") || heading.name().equals("Method")
                : heading.choices().isEmpty();
    }

    private static void put(Map<String, String> cells, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            cells.put(name, text.strip());
        }
    }
}
