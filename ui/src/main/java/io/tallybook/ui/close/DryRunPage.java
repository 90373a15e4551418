package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Role;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.saga.whatif.DryRun;
import io.tallybook.saga.whatif.DryRuns;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A month run dry: what it would come to and what stands in its way. Each of the last runs has an address of its own. */
@PageController
class DryRunPage {
    private static final List<Column> COLUMNS = List.of(
            Column.text("shipper"),
            Column.kwh("receipts"),
            Column.summed("purchases", Kind.MONEY, null),
            Column.kwh("deliveries"),
            Column.summed("sales", Kind.MONEY, null),
            Column.of("contentHash", Kind.HASH));

    private final DryRuns runs;
    private final CloseQueries closes;
    private final Callers callers;
    private final Clock clock;

    DryRunPage(DryRuns runs, CloseQueries closes, Callers callers, Clock clock) {
        this.runs = runs;
        this.closes = closes;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping("/close/{group}/{period}/dry-run")
    String show(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId id = close(group, period);
        Optional<String> number = screen.param("run").filter(run -> run.matches("[0-9]{1,9}"));
        Optional<DryRun> run = number.flatMap(n -> runs.kept(Long.parseLong(n)))
                .filter(dry -> dry.closeId().equals(id));
        model.addAttribute("gone", number.isPresent() && run.isEmpty());
        model.addAttribute("busy", screen.param("busy").isPresent());
        run.ifPresent(dry -> {
            model.addAttribute("dry", dry);
            model.addAttribute("table", table(dry, screen));
        });
        boolean there = closes.overview(id, clock.instant()).isPresent();
        model.addAttribute("period", id.period().value());
        model.addAttribute("closeWay", there ? Ways.close(id) : "/close");
        model.addAttribute("here", Ways.close(id) + "/dry-run");
        model.addAttribute("may", account.is(Role.ACCOUNTANT));
        return "dry-run";
    }

    /** Takes as long as the close's own steps, some seconds for a small month. */
    @PostMapping("/close/{group}/{period}/dry-run")
    String run(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam(defaultValue = "false") boolean errorsOnly,
            Authentication who) {
        CloseId id = close(group, period);
        String here = "redirect:" + Ways.close(id) + "/dry-run";
        return runs.of(id, callers.of(who, "web"), errorsOnly)
                .map(dry -> here + "?run=" + dry.number())
                .orElse(here + "?busy=true");
    }

    private CloseId close(String group, String period) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        if (closes.calendar(id.group()).isEmpty()) {
            throw NotFound.page().get();
        }
        return id;
    }

    private static Table table(DryRun dry, Screen screen) {
        return screen.table(
                "dry-statements",
                COLUMNS,
                dry.statements().stream().map(DryRunPage::row).toList());
    }

    private static Row row(StatementAdded statement) {
        return Row.of(
                statement.shipper().value(),
                Cell.of(statement.shipper().value()),
                Cell.of(statement.totals().receipts()),
                Cell.of(statement.totals().purchases()),
                Cell.of(statement.totals().deliveries()),
                Cell.of(statement.totals().sales()),
                Cell.of(statement.contentHash()));
    }
}
