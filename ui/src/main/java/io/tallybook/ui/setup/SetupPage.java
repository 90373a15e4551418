package io.tallybook.ui.setup;

import io.tallybook.report.setup.SetupBook;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What is still missing to open the first month, and the workbook to bring it in by. */
@PageController
class SetupPage {
    private final SetupProgress progress;
    private final SetupImport imports;
    private final Callers callers;

    SetupPage(SetupProgress progress, SetupImport imports, Callers callers) {
        this.progress = progress;
        this.imports = imports;
        this.callers = callers;
    }

    @GetMapping("/setup")
    String setup(Screen screen, Model model) {
        return page(screen, model);
    }

    @GetMapping("/setup/workbook")
    ResponseEntity<byte[]> workbook(Authentication who) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SetupImport.XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tallybook-setup.xlsx\"")
                .body(imports.workbook(callers.of(who, "web")));
    }

    /** Answers on the page itself, not after a redirect: a new user's password is shown once and kept nowhere. */
    @PostMapping("/setup")
    String take(
            @RequestParam MultipartFile workbook,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "") String reason,
            Authentication who,
            Screen screen,
            Model model)
            throws IOException {
        try (InputStream bytes = workbook.getInputStream()) {
            String why = reason.isBlank() ? screen.figures().word("setup.workbook.reason") : reason;
            SetupImport.Taken all = imports.take(bytes, why, check, callers.of(who, "web"));
            List<SetupImport.TakenRow> taken = all.rows();
            model.addAttribute("taken", taken);
            model.addAttribute("proposed", all.change());
            model.addAttribute(
                    "passwords",
                    taken.stream().filter(row -> row.password() != null).toList());
            model.addAttribute("check", check);
            model.addAttribute(
                    "failed", taken.stream().filter(row -> !row.done()).count());
        } catch (SetupBook.Unreadable e) {
            model.addAttribute("sentence", e.getMessage());
        }
        return page(screen, model);
    }

    private String page(Screen screen, Model model) {
        List<SetupProgress.Need> needs = progress.needs();
        Figures words = screen.figures();
        long open = needs.stream().filter(need -> !need.met()).count();
        model.addAttribute("sheets", SetupEditPages.SHEETS);
        model.addAttribute(
                "leaf",
                new Leaf(words.word("setup.title"), words.word(open == 0 ? "setup.stand.done" : "setup.stand", open))
                        .with(screen.table(
                                "setup-needs",
                                List.of(Column.text("need"), Column.of("state", Kind.STATE), Column.text("lacking")),
                                needs.stream().map(need -> row(need, words)).toList())));
        return "setup";
    }

    private static Row row(SetupProgress.Need need, Figures words) {
        String lacking = need.missing().isEmpty()
                ? words.word("setup.need." + need.name() + (need.met() ? ".met" : ".missing"))
                : String.join(", ", need.missing());
        return Row.of(
                need.name(),
                Cell.of(words.word("setup.need." + need.name())).to(need.href()),
                Cell.of(need.met() ? State.done("setup.met") : State.blocked("setup.missing")),
                Cell.of(lacking).marked("wrap"));
    }
}
