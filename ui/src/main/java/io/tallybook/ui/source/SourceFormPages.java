package io.tallybook.ui.source;

import io.tallybook.intake.source.SourceProfiles;
import io.tallybook.messages.Role;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.query.source.SourceQueries;
import io.tallybook.query.source.SourceView;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An engineer defines a source, or defines it anew; the order is that of API and command line. */
@PageController
class SourceFormPages {
    private static final Map<String, String> BLANK = Map.of(
            "kind",
            SourceKind.MEASUREMENT.name(),
            "from",
            SourceForm.FOLDER,
            "everySeconds",
            "300",
            "paging",
            PagingStyle.NONE.name(),
            "glob",
            "*");

    private final SourceQueries sources;
    private final SourceProfiles profiles;
    private final Deeds deeds;

    SourceFormPages(SourceQueries sources, SourceProfiles profiles, Deeds deeds) {
        this.sources = sources;
        this.profiles = profiles;
        this.deeds = deeds;
    }

    @GetMapping("/source-form")
    String blank(@AuthenticationPrincipal Account account, Model model) {
        return page(new SourceForm(BLANK), null, account, model);
    }

    @GetMapping("/source-form/{name}")
    String standing(@PathVariable String name, @AuthenticationPrincipal Account account, Model model)
            throws IOException {
        SourceView view = sources.source(new SourceId(name)).orElseThrow(NotFound.page());
        SourceDefinition definition = view.definition();
        String profile = profiles.text(definition.profile().text());
        return page(SourceForm.of(name, definition, profile), name, account, model);
    }

    /** What is wrong is told at its field, and what was typed stays. */
    @PostMapping("/source-form")
    String define(
            @RequestParam Map<String, String> inputs,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        SourceForm form = new SourceForm(inputs);
        Optional<SourceId> id = form.id();
        Optional<SourceDefinition> definition =
                account.is(Role.ENGINEER) ? form.definition(profiles::keep) : Optional.empty();
        if (id.isEmpty() || definition.isEmpty()) {
            return page(form, null, account, model);
        }
        deeds.give(who, "source", "", (by, at) -> new DefineSource(id.get(), definition.get(), by, at), redirect);
        return "redirect:" + (sources.source(id.get()).isPresent() ? Ways.source(id.get()) : "/sources");
    }

    private static String page(SourceForm form, @Nullable String name, Account account, Model model) {
        model.addAttribute("groups", form.groups(name == null));
        model.addAttribute("wrong", form.isWrong());
        model.addAttribute("wrongs", form.errors().size());
        model.addAttribute("name", name == null ? "" : name);
        model.addAttribute("engineer", account.is(Role.ENGINEER));
        return "source-form";
    }
}
