package io.tallybook.ui.settings;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.access.DelegationCommand.DelegateApproval;
import io.tallybook.messages.access.DelegationCommand.RevokeDelegation;
import io.tallybook.messages.access.DelegationsId;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.NotFound;
import io.tallybook.ui.frame.PageController;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An approver lends their right by days of the calendar's zone, and takes it back. */
@PageController
class DelegationDeeds {
    private static final String PLACE = "delegation";

    private final CloseQueries closes;
    private final Deeds deeds;

    DelegationDeeds(CloseQueries closes, Deeds deeds) {
        this.closes = closes;
        this.deeds = deeds;
    }

    @PostMapping("/users/delegate")
    String delegate(
            @RequestParam String group,
            @RequestParam String delegate,
            @RequestParam String from,
            @RequestParam String through,
            @RequestParam String reason,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        DelegationsId id = new DelegationsId(group);
        ZoneId zone = closes.calendars().stream()
                .filter(calendar -> calendar.group().value().equals(group))
                .findFirst()
                .orElseThrow(NotFound.page())
                .zone();
        deeds.give(
                who,
                PLACE,
                reason,
                (by, at) -> new DelegateApproval(
                        id,
                        account.user(),
                        new PersonId(delegate),
                        day(from, zone, 0),
                        day(through, zone, 1),
                        reason.strip(),
                        by,
                        at),
                redirect);
        return "redirect:/users#delegations";
    }

    /** Where a day of the zone begins, some days later. */
    private static Instant day(String day, ZoneId zone, int later) {
        try {
            return LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new Invalid("a day is written 2024-11-04, was '" + day + "'");
        }
    }

    @PostMapping("/users/delegations/revoke")
    String revoke(
            @RequestParam String group,
            @RequestParam int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        DelegationsId id = new DelegationsId(group);
        deeds.give(who, PLACE, reason, (by, at) -> new RevokeDelegation(id, number, reason.strip(), by, at), redirect);
        return "redirect:/users#delegations";
    }
}
