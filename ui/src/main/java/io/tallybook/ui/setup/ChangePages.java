package io.tallybook.ui.setup;

import io.tallybook.messages.ChangeId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.ChangeCommand.ApproveChange;
import io.tallybook.messages.change.ChangeCommand.RejectChange;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.change.ChangeQueries;
import io.tallybook.query.change.ChangeState;
import io.tallybook.query.change.ChangeView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of configuration: which, what of them is new, and another person's yes or no. */
@PageController
class ChangePages {
    private static final Set<Role> APPROVERS = Set.of(Role.ENGINEER, Role.APPROVER, Role.ADMIN);
    private static final List<Column> COLUMNS = List.of(
            Column.text("change"),
            Column.of("state", Kind.STATE),
            Column.text("reason"),
            Column.text("changed"),
            Column.text("proposedBy"),
            Column.of("proposed", Kind.TIME),
            Column.text("decidedBy"),
            Column.of("decided", Kind.TIME));

    private final ChangeQueries changes;
    private final SetupChanges contents;
    private final People people;
    private final Deeds deeds;

    ChangePages(ChangeQueries changes, SetupChanges contents, People people, Deeds deeds) {
        this.changes = changes;
        this.contents = contents;
        this.people = people;
        this.deeds = deeds;
    }

    @GetMapping("/changes")
    String list(Screen screen, Model model) {
        @Nullable ChangeState state = screen.param("state")
                .map(word -> ChangeState.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(null);
        Page<ChangeView> page = changes.changes(
                state, new PageRequest(PageRequest.MOST, screen.param("cursor").orElse(null)));
        Function<@Nullable PersonId, String> names = people.names();
        Table table = screen.table(
                        "changes",
                        COLUMNS,
                        page.rows().stream()
                                .map(change -> row(change, names, screen.figures()))
                                .toList())
                .onward(screen.onward(page.next()))
                .live("change");
        model.addAttribute("waiting", changes.waiting());
        model.addAttribute("state", screen.param("state").orElse(""));
        model.addAttribute("table", table);
        return "changes";
    }

    private static Row row(ChangeView change, Function<@Nullable PersonId, String> names, Figures words) {
        return Row.of(
                change.change().value(),
                Cell.of(change.change().value()).to(Ways.change(change.change())),
                Cell.of(state(change.state())),
                Cell.of(change.reason()).marked("wrap"),
                Cell.of(changed(change, words)).marked("wrap"),
                Cell.of(names.apply(change.proposedBy())),
                Cell.of(change.proposedAt()),
                Cell.of(change.decidedBy() == null ? null : names.apply(change.decidedBy())),
                Cell.of(change.decidedAt()));
    }

    /** Points 3 · Shares 6. */
    private static String changed(ChangeView change, Figures words) {
        return change.rows().stream()
                .map(rows -> words.word("setup.sheet." + rows.sheet()) + " " + words.count(rows.rows()))
                .collect(Collectors.joining(" · "));
    }

    @GetMapping("/changes/{id}")
    String detail(@PathVariable String id, @AuthenticationPrincipal Account account, Screen screen, Model model)
            throws IOException {
        ChangeView change = changes.change(new ChangeId(id)).orElseThrow(NotFound.page());
        boolean own = change.proposedBy().equals(account.person());
        model.addAttribute("change", change);
        model.addAttribute("state", state(change.state()));
        model.addAttribute("names", people.names());
        model.addAttribute("what", changed(change, screen.figures()));
        model.addAttribute("own", own);
        model.addAttribute("approver", APPROVERS.stream().anyMatch(account::is));
        model.addAttribute("eventsWay", Ways.stream(change.change().toString()));
        model.addAttribute("table", rows(change, screen));
        return "change";
    }

    private Table rows(ChangeView change, Screen screen) throws IOException {
        List<ChangeContent.Line> lines = contents.content(change.content()).lines();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ChangeContent.Line line = lines.get(i);
            rows.add(Row.of(
                    String.valueOf(i + 1),
                    Cell.of(screen.figures().word("setup.sheet." + line.sheet().name())),
                    Cell.of(which(line)),
                    Cell.of(
                            line.before() == null
                                    ? State.waiting("change.row.new")
                                    : State.working("change.row.changed")),
                    Cell.of(differences(line, screen.figures())).marked("wrap")));
        }
        return screen.table(
                "change-rows",
                List.of(Column.text("sheet"), Column.text("what"), Column.of("state", Kind.STATE), Column.text("news")),
                rows);
    }

    /** The thing's own cells, choices as words. */
    private static String which(ChangeContent.Line line) {
        return line.sheet().headings().stream()
                .filter(heading -> line.sheet().key().contains(heading.name()))
                .map(heading -> heading.word(line.cells().getOrDefault(heading.name(), "")))
                .collect(Collectors.joining(" "));
    }

    /** Of something new all it says, of something changed what is different. */
    private static String differences(ChangeContent.Line line, Figures words) {
        boolean fresh = line.before() == null;
        return line.differences().stream()
                .filter(ChangeContent.Line.Difference::changed)
                .map(d -> words.word("column." + SetupForm.key(d.heading())) + " "
                        + (fresh ? d.after() : words.word("change.from.to", shown(d.before()), shown(d.after()))))
                .collect(Collectors.joining(" · "));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "–" : text;
    }

    static State state(ChangeState state) {
        String key = "change.state." + state;
        return switch (state) {
            case PROPOSED -> State.waiting(key);
            case APPROVED -> State.working(key);
            case REJECTED -> State.revoked(key);
            case IN_FORCE -> State.done(key);
            case PARTLY_REFUSED -> State.blocked(key);
        };
    }

    @PostMapping("/changes/approve")
    String approve(
            @RequestParam String id, @RequestParam String content, Authentication who, RedirectAttributes redirect) {
        ChangeId change = new ChangeId(id);
        deeds.give(who, "change", "", (by, at) -> new ApproveChange(change, new Sha256(content), by, at), redirect);
        return "redirect:" + Ways.change(change);
    }

    @PostMapping("/changes/reject")
    String reject(
            @RequestParam String id, @RequestParam String reason, Authentication who, RedirectAttributes redirect) {
        ChangeId change = new ChangeId(id);
        deeds.give(who, "change", reason, (by, at) -> new RejectChange(change, reason.strip(), by, at), redirect);
        return "redirect:" + Ways.change(change);
    }
}
