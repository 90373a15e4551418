package io.tallybook.ui.adjustment;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Role;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.adjustment.ContractEffect;
import io.tallybook.query.adjustment.PackageFilter;
import io.tallybook.query.adjustment.PackageJournal;
import io.tallybook.query.adjustment.PackageMember;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.adjustment.PackageState;
import io.tallybook.query.adjustment.PackageView;
import io.tallybook.query.adjustment.PreviewLine;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Packages of adjustments, one per cause; and one of them: what it changes, what it comes to, and the decision. */
@PageController
class PackagePages {
    private static final String LIVE = "adjustment";
    private static final String LIVE_AT_ERP = "adjustment journal";

    private final PackageQueries packages;
    private final ContractQueries contracts;
    private final People people;

    PackagePages(PackageQueries packages, ContractQueries contracts, People people) {
        this.packages = packages;
        this.contracts = contracts;
        this.people = people;
    }

    @GetMapping("/adjustments")
    String list(Screen screen, Model model) {
        Page<PackageView> page = packages.packages(filter(screen), asked(screen));
        Table table = screen.table(
                        "packages",
                        PackageTables.packages(),
                        page.rows().stream().map(PackageTables::row).toList())
                .onward(screen.onward(page.next()))
                .live(LIVE);
        model.addAttribute("states", Arrays.asList(PackageState.values()));
        for (String asked : List.of("state", "cause", "until", "effect")) {
            model.addAttribute(asked, screen.param(asked).orElse(""));
        }
        model.addAttribute("count", page.rows().size());
        model.addAttribute("table", table);
        return "adjustments";
    }

    private static PackageFilter filter(Screen screen) {
        return new PackageFilter(
                screen.param("state")
                        .map(word -> PackageState.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                screen.param("cause").map(String::strip).orElse(null),
                screen.param("until")
                        .map(String::strip)
                        .map(AccountingPeriod::new)
                        .orElse(null),
                screen.param("effect").map(PackagePages::amount).orElse(null));
    }

    private static BigDecimal amount(String text) {
        Invalid.unless(text.strip().matches("[0-9]{1,15}(\\.[0-9]{1,2})?"), "an amount is written 1000.00");
        return new BigDecimal(text.strip());
    }

    private static PageRequest asked(Screen screen) {
        return new PageRequest(PageRequest.STANDARD, screen.param("cursor").orElse(null));
    }

    @GetMapping("/adjustments/{group}/{number:[0-9]{1,6}}")
    String detail(
            @PathVariable String group,
            @PathVariable int number,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        PackageId id = PackageId.of(new AdjustmentBookId(group), number);
        PackageView found = packages.find(id).orElseThrow(NotFound.page());
        model.addAttribute("adjustments", found);
        model.addAttribute("state", PackageTables.state(found.state()));
        model.addAttribute("names", people.names());
        model.addAttribute("bookings", Booking.values());
        model.addAttribute("grounds", LateGround.values());
        model.addAttribute("accountant", account.is(Role.ACCOUNTANT));
        model.addAttribute("approver", account.is(Role.APPROVER));
        model.addAttribute("contributor", found.contributors().contains(account.person()));
        List<PackageJournal> journals = packages.journals(id);
        model.addAttribute(
                "refused",
                journals.stream()
                        .filter(PackageJournal::isRefused)
                        .map(Refused::of)
                        .toList());
        model.addAttribute("tables", tables(found, journals, screen));
        return "adjustment-package";
    }

    /** A journal the ERP refused, why, and where it is put right. */
    record Refused(String journal, String reason, String href) {
        private static Refused of(PackageJournal journal) {
            String reason = journal.failure() == null ? "" : journal.failure();
            return new Refused(journal.journal().value(), reason, Ways.erp(journal.journal()));
        }
    }

    private List<Table> tables(PackageView of, List<PackageJournal> journals, Screen screen) {
        Figures words = screen.figures();
        PageRequest all = PageRequest.longest();
        StatementTotals effect = of.difference();
        String currency = effect == null ? null : effect.purchases().currency();
        Page<PackageMember> members = packages.members(of.id(), all);
        List<ContractEffect> effects = packages.effects(of.id());
        Page<PreviewLine> lines = packages.lines(
                of.id(),
                new PageRequest(PageRequest.MOST, screen.param("cursor").orElse(null)));
        return List.of(
                table(
                        screen,
                        "effects",
                        PackageTables.effects(currency),
                        effects.stream()
                                .map(e -> PackageTables.row(e, this::shipper))
                                .toList()),
                table(
                                screen,
                                "preview-lines",
                                PackageTables.lines(currency),
                                lines.rows().stream()
                                        .map(l -> PackageTables.row(l, words))
                                        .toList())
                        .onward(screen.onward(lines.next())),
                table(
                        screen,
                        "members",
                        PackageTables.MEMBERS,
                        members.rows().stream()
                                .map(m -> PackageTables.row(m, words))
                                .toList()),
                screen.table(
                                "adjustment-journals",
                                PackageTables.JOURNALS,
                                journals.stream()
                                        .map(j -> PackageTables.row(j, words))
                                        .toList())
                        .live(LIVE_AT_ERP),
                table(
                        screen,
                        "package-deeds",
                        PackageTables.DEEDS,
                        packages.deeds(of.id()).stream()
                                .map(d -> PackageTables.row(d, people.names(), words))
                                .toList()));
    }

    private static Table table(Screen screen, String id, List<Column> columns, List<Row> rows) {
        return screen.table(id, columns, rows).live(LIVE);
    }

    private String shipper(String id) {
        return contracts.shipper(new ShipperId(id)).map(s -> s.name()).orElse(id);
    }
}
