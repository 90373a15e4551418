package io.tallybook.ui.intake;

import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.Importer;
import io.tallybook.intake.delivery.DoorClosed;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Role;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.ViewProgress;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.intake.ImportQueries;
import io.tallybook.query.intake.ImportView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.deadletter.DeadLetterTables;
import io.tallybook.ui.frame.Leaf;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports and what became of their values. */
@PageController
class ImportPages {
    private static final List<Column> COLUMNS = List.of(
            Column.text("source"),
            Column.text("profile"),
            Column.of("state", Kind.STATE),
            Column.of("started", Kind.TIME),
            Column.count("rows"),
            Column.count("accepted"),
            Column.count("unchanged"),
            Column.count("corrected"),
            Column.count("lateRecords"),
            Column.count("duplicate"),
            Column.count("absent"),
            Column.count("rejected"),
            Column.count("adjustments"));

    private static final Set<Role> IMPORTERS = Set.of(Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(30);

    private final ImportQueries imports;
    private final DeadLetterQueries deadLetters;
    private final DeadLetterTables tables;
    private final People people;
    private final Importer importer;
    private final Callers callers;
    private final ViewProgress views;

    ImportPages(
            ImportQueries imports,
            DeadLetterQueries deadLetters,
            DeadLetterTables tables,
            People people,
            Importer importer,
            Callers callers,
            ViewProgress views) {
        this.imports = imports;
        this.deadLetters = deadLetters;
        this.tables = tables;
        this.people = people;
        this.importer = importer;
        this.callers = callers;
        this.views = views;
    }

    @GetMapping("/imports")
    String imports(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        Page<ImportView> page = imports.imports(
                new PageRequest(PageRequest.STANDARD, screen.param("cursor").orElse(null)));
        Figures words = screen.figures();
        model.addAttribute(
                "leaf",
                new Leaf(
                                words.word("imports.title"),
                                words.word(
                                        "imports.stand",
                                        page.rows().size(),
                                        page.rows().isEmpty()
                                                ? "–"
                                                : words.time(
                                                        page.rows().getFirst().startedAt())))
                        .with(screen.table(
                                        "imports",
                                        COLUMNS,
                                        page.rows().stream()
                                                .map(ImportPages::row)
                                                .toList())
                                .onward(screen.onward(page.next()))
                                .live("intake")));
        model.addAttribute("may", IMPORTERS.stream().anyMatch(account::is));
        model.addAttribute("profiles", Profiles.SHIPPED);
        return "imports";
    }

    /** Takes a file in by a shipped profile or by one that comes with it, and shows what became of it. */
    @PostMapping("/imports")
    String take(
            @RequestParam MultipartFile file,
            @RequestParam String shipped,
            @RequestParam(required = false) @Nullable MultipartFile profile,
            @AuthenticationPrincipal Account account,
            Authentication who,
            Screen screen,
            Model model)
            throws IOException {
        try {
            Profile by = profile == null || profile.isEmpty()
                    ? Profiles.shipped(shipped).orElseThrow(NotFound.page())
                    : Profiles.parse(new String(profile.getBytes(), StandardCharsets.UTF_8));
            String name = file.getOriginalFilename() == null ? "file" : file.getOriginalFilename();
            ImportSummary summary = importer.run(by, name, file.getInputStream(), callers.of(who, "web"));
            views.await(summary.position(), SHOWN_WITHIN);
            return "redirect:" + Ways.imported(summary.importId());
        } catch (ProfileError | DoorClosed e) {
            model.addAttribute("sentence", e.getMessage());
            return imports(account, screen, model);
        }
    }

    @GetMapping("/imports/{*id}")
    String imported(@PathVariable String id, Screen screen, Model model) {
        ImportId importId = new ImportId(id.substring(1));
        ImportView view = imports.find(importId).orElseThrow(NotFound.page());
        Figures words = screen.figures();
        Leaf leaf = new Leaf(
                        words.word("import.title", view.source().name()),
                        words.word(
                                view.finished() ? "import.stand.finished" : "import.stand.running",
                                words.time(view.finishedAt()),
                                people.names().apply(view.by())))
                .under(words.word("imports.title"), "/imports")
                .with(screen.table(
                                "outcomes",
                                List.of(Column.text("outcome"), Column.count("values"), Column.text("meaning")),
                                counts(view, words))
                        .live("intake"))
                .with(tables.table(
                                "rejected-rows",
                                deadLetters.deadLetters(DeadLetterFilter.ofImport(importId), PageRequest.longest()),
                                screen)
                        .live("deadletter"))
                .fact("fact.profile", view.profile())
                .fact("fact.bytes", words.count(view.bytes()))
                .fact("fact.started", words.time(view.startedAt()))
                .hash("fact.file", view.source().file())
                .fact("fact.events", words.word("fact.events.of"), Ways.stream(importId.toString()));
        if (view.adjustments() > 0) {
            leaf.fact("fact.adjustments", words.count(view.adjustments()), Ways.adjustmentPackage(importId));
        }
        model.addAttribute("leaf", leaf);
        return "leaf";
    }

    private static List<Row> counts(ImportView view, Figures words) {
        ImportCounts c = view.counts() == null ? ImportCounts.NONE : view.counts();
        return List.of(
                outcome("accepted", c.accepted(), words),
                outcome("unchanged", c.unchanged(), words),
                outcome("corrected", c.corrected(), words),
                outcome("late", c.late(), words),
                outcome("duplicate", c.duplicate(), words),
                outcome("absent", c.absent(), words),
                outcome("rejected", c.rejected(), words));
    }

    private static Row outcome(String name, int count, Figures words) {
        return Row.of(
                name,
                Cell.of(words.word("outcome." + name)),
                Cell.of(count),
                Cell.of(words.word("outcome." + name + ".meaning")));
    }

    private static Row row(ImportView i) {
        ImportCounts c = i.counts();
        return Row.of(
                i.importId().value(),
                Cell.of(i.source().name()).to(Ways.imported(i.importId())),
                Cell.of(i.profile()),
                Cell.of(i.finished() ? State.done("import.finished") : State.working("import.running")),
                Cell.of(i.startedAt()),
                c == null ? Cell.ABSENT : Cell.of(c.rows()),
                c == null ? Cell.ABSENT : Cell.of(c.accepted()),
                c == null ? Cell.ABSENT : Cell.of(c.unchanged()),
                c == null ? Cell.ABSENT : Cell.of(c.corrected()),
                c == null ? Cell.ABSENT : Cell.of(c.late()),
                c == null ? Cell.ABSENT : Cell.of(c.duplicate()),
                c == null ? Cell.ABSENT : Cell.of(c.absent()),
                Cell.of(i.rejected()),
                Cell.of(i.adjustments()).to(i.adjustments() > 0 ? Ways.adjustmentPackage(i.importId()) : null));
    }
}
