package io.tallybook.ui.settings;

import io.tallybook.ui.access.FirstAdmin;
import io.tallybook.ui.access.Installation;
import io.tallybook.ui.frame.PageController;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door of the house. */
@PageController
class SignInPage {
    private final FirstAdmin firstAdmin;
    private final Installation installation;

    SignInPage(FirstAdmin firstAdmin, Installation installation) {
        this.firstAdmin = firstAdmin;
        this.installation = installation;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        if (firstAdmin.awaited()) {
            return "redirect:/welcome";
        }
        model.addAttribute("demo", installation.isDemo());
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        return "sign-in";
    }
}
