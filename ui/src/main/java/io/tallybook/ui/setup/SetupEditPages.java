package io.tallybook.ui.setup;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Role;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.report.setup.SetupSheet.Heading;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.setup.Proposals.Fate;
import io.tallybook.ui.setup.Proposals.Standing;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is set up, sheet by sheet, and a form that proposes a change of it. */
@PageController
class SetupEditPages {
    private static final Set<SetupSheet> OF_ACCOUNTANTS = Set.of(
            SetupSheet.ACCOUNTS,
            SetupSheet.CASH_OUT_TABLES,
            SetupSheet.CALENDARS,
            SetupSheet.HOLIDAYS,
            SetupSheet.CLOSE_TERMS,
            SetupSheet.ADJUSTMENTS,
            SetupSheet.BUDGET,
            SetupSheet.HEATING_VALUES,
            SetupSheet.VARIANCE_THRESHOLDS);
    /** Shares are edited with their contract, open imbalances with their calendar, users by an Admin. */
    static final List<SetupSheet> SHEETS = Stream.of(SetupSheet.values())
            .filter(sheet ->
                    sheet != SetupSheet.SHARES && sheet != SetupSheet.OPEN_IMBALANCES && sheet != SetupSheet.USERS)
            .toList();

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

    private final SetupKnown known;
    private final Proposals proposals;
    private final Callers callers;
    private final ViewProgress views;

    SetupEditPages(SetupKnown known, Proposals proposals, Callers callers, ViewProgress views) {
        this.known = known;
        this.proposals = proposals;
        this.callers = callers;
        this.views = views;
    }

    @GetMapping("/setup/{sheet}")
    String sheet(@PathVariable String sheet, @AuthenticationPrincipal Account account, Screen screen, Model model) {
        SetupSheet which = which(sheet);
        Map<SetupSheet, List<List<String>>> rows = known.rows();
        Optional<Map<String, String>> chosen = screen.param("of")
                .flatMap(of -> cells(which, rows).stream()
                        .filter(cells -> name(which, cells).equals(of))
                        .findFirst());
        Map<String, String> cells = chosen.orElseGet(Map::of);
        model.addAttribute("form", SetupForm.of(which, cells, lines(which, cells, rows)));
        model.addAttribute("chosen", chosen.isPresent());
        model.addAttribute("reason", "");
        return page(which, rows, account, screen, model);
    }

    /** Answers on the page itself when something is not right: what was typed stays. */
    @PostMapping("/setup/{sheet}")
    String propose(
            @PathVariable String sheet,
            @RequestParam Map<String, String> inputs,
            @RequestParam String reason,
            @AuthenticationPrincipal Account account,
            Authentication who,
            Screen screen,
            Model model) {
        SetupSheet which = which(sheet);
        Map<SetupSheet, List<List<String>>> rows = known.rows();
        List<SetupRow> wanted = SetupForm.rows(which, inputs, version(which, inputs, rows));
        String sentence = against(wanted, reason, callers.of(who, "web"), screen.figures());
        if (sentence.isEmpty()) {
            Proposals.Result result = proposals.propose(wanted, reason, false, callers.of(who, "web"));
            if (result.change() != null && result.answer() != null) {
                views.await(result.answer().position(), SHOWN_WITHIN);
                return "redirect:" + Ways.change(result.change());
            }
            sentence = result.rows().getFirst().sentence();
        }
        model.addAttribute("sentence", sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1));
        model.addAttribute("form", again(which, wanted));
        model.addAttribute("chosen", inputs.containsKey("chosen"));
        model.addAttribute("reason", reason);
        return page(which, rows, account, screen, model);
    }

    private String against(List<SetupRow> wanted, String reason, Caller caller, Figures words) {
        if (reason.isBlank()) {
            return words.word("setup.form.reason.missing");
        }
        List<Fate> fates;
        try {
            fates = proposals.propose(wanted, reason, true, caller).rows();
        } catch (Invalid e) {
            return String.valueOf(e.getMessage());
        }
        Optional<String> wrong = fates.stream()
                .filter(fate -> fate.standing() == Standing.INVALID)
                .map(Fate::sentence)
                .findFirst();
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (fates.stream().anyMatch(fate -> fate.standing() == Standing.FORBIDDEN)) {
            return words.word("setup.form.forbidden");
        }
        return fates.stream().allMatch(fate -> fate.standing() == Standing.UNCHANGED)
                ? words.word("setup.form.unchanged")
                : "";
    }

    private static SetupForm again(SetupSheet sheet, List<SetupRow> wanted) {
        Map<String, String> cells = wanted.getFirst().cells();
        List<Map<String, String>> lines = wanted.stream()
                .skip(SetupForm.isLinesOnly(sheet) ? 0 : 1)
                .map(SetupRow::cells)
                .toList();
        return SetupForm.of(sheet, cells, sheet == SetupSheet.ACCOUNTS ? SetupForm.everyUse(lines) : lines);
    }

    private String page(
            SetupSheet sheet, Map<SetupSheet, List<List<String>>> rows, Account account, Screen screen, Model model) {
        boolean may = account.is(Role.ENGINEER) || OF_ACCOUNTANTS.contains(sheet) && account.is(Role.ACCOUNTANT);
        model.addAttribute("sheet", sheet);
        model.addAttribute("path", sheet.name().toLowerCase(Locale.ROOT));
        model.addAttribute("may", may);
        model.addAttribute("sheets", SHEETS);
        model.addAttribute("suggestions", suggestions(rows));
        model.addAttribute("count", rows.getOrDefault(sheet, List.of()).size());
        model.addAttribute("table", table(sheet, rows, screen));
        return "setup-sheet";
    }

    private static Table table(SetupSheet sheet, Map<SetupSheet, List<List<String>>> rows, Screen screen) {
        List<Column> columns = sheet.headings().stream()
                .map(heading -> Column.text(SetupForm.key(heading.name())))
                .toList();
        List<Row> lines = new ArrayList<>();
        for (Map<String, String> cells : cells(sheet, rows)) {
            List<Cell> line = new ArrayList<>();
            for (Heading heading : sheet.headings()) {
                line.add(Cell.of(heading.word(cells.getOrDefault(heading.name(), ""))));
            }
            String way = "/setup/" + sheet.name().toLowerCase(Locale.ROOT) + "?of="
                    + URLEncoder.encode(name(sheet, cells), StandardCharsets.UTF_8) + "#form";
            line.set(0, line.getFirst().to(way));
            lines.add(Row.of(String.valueOf(lines.size() + 1), line.toArray(Cell[]::new)));
        }
        return screen.table("setup-" + sheet.name().toLowerCase(Locale.ROOT), columns, lines);
    }

    private static List<Map<String, String>> cells(SetupSheet sheet, Map<SetupSheet, List<List<String>>> rows) {
        return rows.getOrDefault(sheet, List.of()).stream()
                .map(cells -> ChangeContent.row(sheet, 0, cells).cells())
                .toList();
    }

    /** Names a row in an address: what is taken in together has one name. */
    private static String name(SetupSheet sheet, Map<String, String> cells) {
        List<String> headings = new ArrayList<>(sheet.together().isEmpty() ? sheet.key() : sheet.together());
        sheet.effective().filter(heading -> !headings.contains(heading)).ifPresent(headings::add);
        return headings.stream().map(heading -> cells.getOrDefault(heading, "")).collect(Collectors.joining("~"));
    }

    private static List<Map<String, String>> lines(
            SetupSheet sheet, Map<String, String> cells, Map<SetupSheet, List<List<String>>> rows) {
        List<Map<String, String>> lines = switch (sheet) {
            case CONTRACTS -> shares(cells, rows);
            case CALENDARS -> together(SetupSheet.OPEN_IMBALANCES, cells, rows);
            case ACCOUNTS, HOLIDAYS, BUDGET, CASH_OUT_TABLES -> together(sheet, cells, rows);
            default -> List.of();
        };
        return sheet == SetupSheet.ACCOUNTS ? SetupForm.everyUse(lines) : lines;
    }

    private static List<Map<String, String>> together(
            SetupSheet sheet, Map<String, String> of, Map<SetupSheet, List<List<String>>> rows) {
        return of.isEmpty()
                ? List.of()
                : cells(sheet, rows).stream()
                        .filter(cells -> sheet.together().stream()
                                .allMatch(heading ->
                                        of.getOrDefault(heading, "").equals(cells.getOrDefault(heading, ""))))
                        .toList();
    }

    /** The contract's shares, and a blank one for every other point of its area and either way. */
    private static List<Map<String, String>> shares(
            Map<String, String> contract, Map<SetupSheet, List<List<String>>> rows) {
        List<Map<String, String>> shares = new ArrayList<>(together(SetupSheet.SHARES, contract, rows));
        Set<String> named = shares.stream()
                .map(share -> share.get("Point") + "|" + share.get("Direction"))
                .collect(Collectors.toSet());
        cells(SetupSheet.POINTS, rows).stream()
                .filter(point -> "FLOW".equals(point.get("Role")))
                .filter(point ->
                        contract.isEmpty() || contract.getOrDefault("Area", "").equals(point.get("Area")))
                .forEach(point -> Stream.of(Direction.values())
                        .filter(way -> !named.contains(point.get("Point") + "|" + way))
                        .forEach(way ->
                                shares.add(Map.of("Point", point.getOrDefault("Point", ""), "Direction", way.name()))));
        return shares;
    }

    /** A point's configuration is numbered: the same number while only its name changes, else the next. */
    private static int version(SetupSheet sheet, Map<String, String> inputs, Map<SetupSheet, List<List<String>>> rows) {
        String point = inputs.getOrDefault("f-" + SetupForm.key("Point"), "").strip();
        return cells(sheet, rows).stream()
                .filter(cells -> sheet == SetupSheet.POINTS && point.equals(cells.get("Point")))
                .findFirst()
                .map(cells -> Integer.parseInt(cells.getOrDefault("Version", "1")) + (onlyNamed(cells, inputs) ? 0 : 1))
                .orElse(1);
    }

    private static boolean onlyNamed(Map<String, String> cells, Map<String, String> inputs) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getKey().equals("Name") && !cell.getKey().equals("Version"))
                .allMatch(cell -> cell.getValue()
                        .equals(inputs.getOrDefault("f-" + SetupForm.key(cell.getKey()), "")
                                .strip()));
    }

    /** What there is to refer to, by the id of its list. */
    private static Map<String, Set<String>> suggestions(Map<SetupSheet, List<List<String>>> rows) {
        Map<String, Set<String>> lists = new TreeMap<>();
        Stream.of(
                        SetupSheet.NETWORKS,
                        SetupSheet.AREAS,
                        SetupSheet.POINTS,
                        SetupSheet.SHIPPERS,
                        SetupSheet.SERIES,
                        SetupSheet.CASH_OUT_TABLES,
                        SetupSheet.CONTRACTS)
                .forEach(sheet -> rows.getOrDefault(sheet, List.of())
                        .forEach(cells -> lists.computeIfAbsent(
                                        "known-"
                                                + SetupForm.key(sheet.headings()
                                                        .getFirst()
                                                        .name()),
                                        id -> new TreeSet<>())
                                .add(cells.getFirst())));
        cells(SetupSheet.NETWORKS, rows)
                .forEach(network -> Stream.of("Close group", "Account map")
                        .forEach(heading -> lists.computeIfAbsent(
                                        "known-" + SetupForm.key(heading), id -> new TreeSet<>())
                                .add(network.getOrDefault(heading, ""))));
        return lists;
    }

    private static SetupSheet which(String sheet) {
        return SetupSheet.named(sheet).filter(SHEETS::contains).orElseThrow(NotFound.page());
    }
}
