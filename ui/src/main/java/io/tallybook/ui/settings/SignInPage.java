package io.tallybook.ui.settings;

import io.tallybook.ui.access.FirstAdmin;
import io.tallybook.ui.frame.PageController;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door of the house. */
@PageController
class SignInPage {
    private final FirstAdmin firstAdmin;

    SignInPage(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        if (firstAdmin.awaited()) {
            return "redirect:/welcome";
        }
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        return "sign-in";
    }
}
