package io.tallybook.ui.compare;

import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.compare.Comparison.Line;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
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
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A month beside an old system's figures of it; the comparison has an address of its own. */
@PageController
class ComparePage {
    private final Comparisons comparisons;

    ComparePage(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GetMapping("/close/{group}/{period}/compare")
    String compare(
            @PathVariable String group,
            @PathVariable String period,
            @AuthenticationPrincipal Account account,
            Screen screen,
            Model model) {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        if (screen.param("map").isPresent() && screen.param("file").isPresent()) {
            Comparisons.Kept kept = new Comparisons.Kept(
                    new Sha256(screen.param("map").get()),
                    new Sha256(screen.param("file").get()));
            if (!comparisons.has(kept)) {
                throw NotFound.page().get();
            }
            show(close, kept, screen, model);
        }
        return page(close, account, model);
    }

    private void show(CloseId close, Comparisons.Kept kept, Screen screen, Model model) {
        try {
            Comparison comparison = comparisons.compare(close, kept);
            model.addAttribute("comparison", comparison);
            model.addAttribute("unread", comparison.unread());
            model.addAttribute("table", table(close, comparison, screen));
        } catch (ProfileError | IOException e) {
            model.addAttribute("sentence", sentence(e));
        }
    }

    private static String page(CloseId close, Account account, Model model) {
        model.addAttribute("period", close.period().value());
        model.addAttribute("closeWay", Ways.close(close));
        model.addAttribute("here", Ways.close(close) + "/compare");
        model.addAttribute("may", account.is(Role.ACCOUNTANT) || account.is(Role.ENGINEER));
        return "compare";
    }

    /** Keeps map and file and goes to the comparison's address; what is not right is said here. */
    @PostMapping("/close/{group}/{period}/compare")
    String keep(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam MultipartFile map,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Account account,
            Model model)
            throws IOException {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        try (InputStream bytes = file.getInputStream()) {
            Comparisons.Kept kept = comparisons.keep(map.getBytes(), bytes);
            return "redirect:" + Ways.close(close) + "/compare?map=" + kept.map() + "&file=" + kept.file();
        } catch (ProfileError | Invalid e) {
            model.addAttribute("sentence", sentence(e));
            return page(close, account, model);
        }
    }

    private static String sentence(Exception e) {
        return e instanceof UnreadableFile unreadable ? unreadable.sentence() : String.valueOf(e.getMessage());
    }

    private static Table table(CloseId close, Comparison comparison, Screen screen) {
        return screen.table(
                "comparison",
                List.of(
                        Column.text("comparedKind"),
                        Column.text("comparedName"),
                        Column.text("measure"),
                        new Column("ours", Kind.PRICE, null, false, 2),
                        new Column("theirs", Kind.PRICE, null, false, 2),
                        new Column("difference", Kind.DIFFERENCE, null, false, 2),
                        Column.of("state", Kind.STATE),
                        Column.text("cause")),
                comparison.lines().stream()
                        .map(line -> row(close, line, screen.figures()))
                        .toList());
    }

    private static Row row(CloseId close, Line line, Figures words) {
        return Row.of(
                line.figure().kind() + "-" + line.figure().subject() + "-"
                        + line.figure().measure(),
                Cell.of(words.word("compare.kind." + line.figure().kind())),
                Cell.of(line.name()).to(way(close, line)),
                Cell.of(words.word("compare.measure." + line.figure().measure())),
                Cell.of(line.ours()),
                Cell.of(line.theirs()),
                Cell.of(line.difference()),
                Cell.of(line.equal() ? State.done("compare.equal") : State.late("compare.differs")),
                Cell.of(causes(line, words)).marked("wrap"));
    }

    /** The way down, where we have figures. */
    private static @Nullable String way(CloseId close, Line line) {
        if (line.ours() == null) {
            return null;
        }
        String subject = line.figure().subject();
        return switch (line.figure().kind()) {
            case POINT -> Ways.meterMonth(MeterMonthId.of(new PointId(subject), close.period()));
            case SHIPPER -> Ways.statement(close, new ShipperId(subject));
            case ACCOUNT -> Ways.journal(close);
        };
    }

    private static String causes(Line line, Figures words) {
        if (line.equal()) {
            return "";
        }
        return line.causes().isEmpty()
                ? words.word("compare.cause.unknown")
                : line.causes().stream()
                        .map(cause -> words.word("compare.cause." + cause.reason(), cause.detail()))
                        .collect(Collectors.joining("; "));
    }
}
