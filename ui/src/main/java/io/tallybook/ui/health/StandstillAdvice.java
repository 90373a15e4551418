package io.tallybook.ui.health;

import io.tallybook.eventlog.Standstill;
import io.tallybook.eventlog.Standstills;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.PageController;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells whoever looks at a page that something behind it stands still: a figure may be older than it looks. */
@ControllerAdvice(annotations = PageController.class)
class StandstillAdvice {
    private final Standstills standstills;

    StandstillAdvice(Standstills standstills) {
        this.standstills = standstills;
    }

    @ModelAttribute("standstills")
    List<Standstill> standstills(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof Account ? standstills.now() : List.of();
    }
}
