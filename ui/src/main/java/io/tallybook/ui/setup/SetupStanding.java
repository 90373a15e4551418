package io.tallybook.ui.setup;

import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the system has a row as it is, with everything the row takes along. */
final class SetupStanding {
    private final Map<List<String>, Set<List<String>>> there;
    private final Map<List<String>, Set<List<String>>> wanted;

    SetupStanding(Map<SetupSheet, List<List<String>>> known, List<SetupRow> rows) {
        List<SetupRow> all = new ArrayList<>();
        known.forEach((sheet, lines) -> lines.forEach(cells -> all.add(ChangeContent.row(sheet, 0, cells))));
        this.there = together(all);
        this.wanted = together(rows);
    }

    /** Rows that are taken in together stand only when there is not one more of them, and not one less. */
    boolean has(SetupRow row) {
        Set<List<String>> standing = there.getOrDefault(bond(row), Set.of());
        return row.sheet().together().isEmpty()
                ? standing.contains(key(row))
                : standing.equals(wanted.getOrDefault(bond(row), Set.of()));
    }

    private static Map<List<String>, Set<List<String>>> together(List<SetupRow> rows) {
        Map<List<String>, Set<List<String>>> together = new HashMap<>();
        rows.stream()
                // a year without holidays is none that stands
                .filter(row -> row.sheet() != SetupSheet.HOLIDAYS || row.cells().containsKey("Date"))
                .forEach(row -> together.computeIfAbsent(bond(row), bond -> new HashSet<>())
                        .add(key(row)));
        return together;
    }

    /** What rows that go together have in common; a contract's terms go with its shares. */
    static List<String> bond(SetupRow row) {
        List<String> names = row.sheet().together();
        List<String> bond =
                new ArrayList<>(names.isEmpty() ? List.of(row.sheet().title()) : names);
        names.forEach(name -> bond.add(row.cell(name, "")));
        return bond;
    }

    /** Its sheet before its cells. */
    private static List<String> key(SetupRow row) {
        List<String> key = new ArrayList<>(List.of(row.sheet().title()));
        for (SetupSheet.Heading heading : row.sheet().headings()) {
            key.add(plain(meant(row.sheet(), heading.name(), row.cell(heading.name(), ""))));
        }
        return key;
    }

    /** What an empty cell says as well, and what is no part of what stands: why a calendar was opened is in the log. */
    private static String meant(SetupSheet sheet, String heading, String cell) {
        boolean empty = sheet == SetupSheet.SHARES && SetupShares.isSaidByEmpty(cell);
        return empty || heading.equals("Reason") ? "" : cell;
    }

    /** 0.6 is 0.60000000. */
    private static String plain(String cell) {
        return cell.matches("-?\\d{1,30}(\\.\\d{1,30})?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
