package io.tallybook.ui.settings;

import io.tallybook.eventlog.Answer;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Refused;
import io.tallybook.messages.UserId;
import io.tallybook.ui.access.FirstAdmin;
import io.tallybook.ui.frame.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes the first Admin of an empty installation with the code printed at its start. */
@PageController
class WelcomePage {
    private final FirstAdmin firstAdmin;

    WelcomePage(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @GetMapping("/welcome")
    String welcome() {
        return firstAdmin.awaited() ? "welcome" : "redirect:/sign-in";
    }

    @PostMapping("/welcome")
    String make(
            @RequestParam String code,
            @RequestParam String user,
            @RequestParam String name,
            @RequestParam String password,
            Model model) {
        try {
            Answer answer = firstAdmin.make(code.strip(), new UserId(user.strip()), name.strip(), password);
            if (answer.done()) {
                return "redirect:/sign-in";
            }
            model.addAttribute("sentence", answer.sentence());
        } catch (Invalid | Refused e) {
            model.addAttribute("sentence", String.valueOf(e.getMessage()));
        }
        model.addAttribute("user", user);
        model.addAttribute("name", name);
        return "welcome";
    }
}
