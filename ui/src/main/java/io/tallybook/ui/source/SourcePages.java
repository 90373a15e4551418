package io.tallybook.ui.source;

import io.tallybook.intake.source.SourceSchedule;
import io.tallybook.messages.Role;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.SourceCommand.PauseSource;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceCommand.ResumeSource;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.query.Page;
import io.tallybook.query.PageRequest;
import io.tallybook.query.source.SourcePullView;
import io.tallybook.query.source.SourceQueries;
import io.tallybook.query.source.SourceView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.People;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Named sources: where each stands, what its pulls brought, and an engineer's deeds. */
@PageController
class SourcePages {
    private final SourceQueries sources;
    private final SourceSchedule schedule;
    private final People people;
    private final Deeds deeds;

    SourcePages(SourceQueries sources, SourceSchedule schedule, People people, Deeds deeds) {
        this.sources = sources;
        this.schedule = schedule;
        this.people = people;
        this.deeds = deeds;
    }

    @GetMapping("/sources")
    String sources(@AuthenticationPrincipal Account account, Screen screen, Model model) {
        List<SourceView> all = sources.sources();
        long failing = all.stream().filter(SourceView::failing).count();
        Figures words = screen.figures();
        if (account.is(Role.ENGINEER)) {
            model.addAttribute("leafDeed", "/source-form");
            model.addAttribute("leafDeedWord", "source.define");
        }
        model.addAttribute(
                "leaf",
                new Leaf(words.word("sources.title"), words.word("sources.stand", all.size(), failing))
                        .with(SourceTables.sources(all, this::next, screen).live("source")));
        return "leaf";
    }

    @GetMapping("/sources/{name}")
    String source(@PathVariable String name, @AuthenticationPrincipal Account account, Screen screen, Model model) {
        SourceId id = new SourceId(name);
        SourceView view = sources.source(id).orElseThrow(NotFound.page());
        Page<SourcePullView> pulls = sources.pulls(
                id, new PageRequest(PageRequest.STANDARD, screen.param("cursor").orElse(null)));
        Figures words = screen.figures();
        Leaf leaf = new Leaf(view.source().value(), stand(view, words))
                .under(words.word("sources.title"), "/sources")
                .with(SourceTables.pulls(pulls, screen).live("source"))
                .with(SourceTables.objects(shown(view, pulls, screen), sources, screen)
                        .live("source"));
        facts(leaf, view, words);
        model.addAttribute("leaf", leaf);
        model.addAttribute("source", view);
        model.addAttribute("engineer", account.is(Role.ENGINEER));
        model.addAttribute("puller", account.is(Role.ENGINEER) || account.is(Role.OPERATOR));
        return "source";
    }

    @PostMapping("/sources/{name}/pull")
    String pull(@PathVariable String name, Authentication who, RedirectAttributes redirect) {
        SourceId id = new SourceId(name);
        deeds.give(who, "source", "", (by, at) -> new RequestPull(id, by, at), redirect);
        return "redirect:" + Ways.source(id);
    }

    @PostMapping("/sources/{name}/pause")
    String pause(
            @PathVariable String name, @RequestParam String reason, Authentication who, RedirectAttributes redirect) {
        SourceId id = new SourceId(name);
        deeds.give(who, "source", reason, (by, at) -> new PauseSource(id, reason.strip(), by, at), redirect);
        return "redirect:" + Ways.source(id);
    }

    @PostMapping("/sources/{name}/resume")
    String resume(@PathVariable String name, Authentication who, RedirectAttributes redirect) {
        SourceId id = new SourceId(name);
        deeds.give(who, "source", "", (by, at) -> new ResumeSource(id, by, at), redirect);
        return "redirect:" + Ways.source(id);
    }

    private @Nullable Instant next(SourceView view) {
        return schedule.turn(view.source()).map(SourceSchedule.Turn::nextAt).orElse(null);
    }

    /** The pull whose pages or files are shown: the one asked for, or the last that took any. */
    private static @Nullable SourcePullView shown(SourceView view, Page<SourcePullView> pulls, Screen screen) {
        String wanted = screen.param("pull").orElse("");
        return pulls.rows().stream()
                .filter(pull -> wanted.isEmpty()
                        ? pull.objects() > 0
                        : pull.pull().value().equals(wanted))
                .findFirst()
                .orElse(view.lastPull());
    }

    private String stand(SourceView view, Figures words) {
        if (view.paused()) {
            return words.word("source.stand.paused", view.pausedReason());
        }
        SourcePullView last = view.lastPull();
        if (view.askedAt() != null) {
            return words.word("source.stand.asked", words.time(view.askedAt()));
        }
        if (last == null) {
            return words.word("source.stand.waiting");
        }
        return last.failed()
                ? words.word("source.stand.failed", words.time(last.endedAt()), last.sentence())
                : words.word("source.stand.read", words.time(last.startedAt()));
    }

    private void facts(Leaf leaf, SourceView view, Figures words) {
        SourceDefinition definition = view.definition();
        SourceSchedule.Turn turn = schedule.turn(view.source()).orElse(null);
        leaf.fact("fact.kind", words.word("source.kind." + definition.kind()))
                .fact("fact.readFrom", SourceTables.from(definition))
                .fact("fact.watermark", view.watermark() == null ? "–" : view.watermark())
                .fact("fact.lookedAt", turn == null ? "–" : words.time(turn.lookedAt()))
                .fact("fact.nextLook", turn == null ? "–" : words.time(turn.nextAt()))
                .fact("fact.every", words.word("source.every", definition.everySeconds()))
                .fact("fact.profile", definition.profile().name())
                .hash("fact.profileText", definition.profile().text());
        HttpFeed http = definition.http();
        if (http != null) {
            leaf.fact("fact.pace", words.word("source.pace", http.requestsPerMinute()))
                    .fact("fact.credential", http.credential() == null ? "–" : http.credential());
        }
        leaf.fact("fact.definedBy", people.names().apply(view.by()))
                .fact(
                        "fact.events",
                        words.word("fact.events.of"),
                        Ways.stream(view.source().toString()));
    }
}
