package io.tallybook.ui.close;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarCommand.EndLockException;
import io.tallybook.messages.close.CloseCalendarCommand.GrantLockException;
import io.tallybook.messages.close.CloseCalendarCommand.MoveSoftLocks;
import io.tallybook.messages.close.LockArea;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moving the soft locks of a close group, and letting people behind them for a while. */
@PageController
class SoftLockDeeds {
    private final Deeds deeds;

    SoftLockDeeds(Deeds deeds) {
        this.deeds = deeds;
    }

    /** {@code fields} holds a date per area under its name, blank for no lock. */
    @PostMapping("/close/{group}/soft-locks")
    String move(
            @PathVariable String group,
            @RequestParam Map<String, String> fields,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        deeds.give(
                who,
                "soft-locks",
                reason,
                (by, at) -> new MoveSoftLocks(new CloseGroup(group), dates(fields), reason.strip(), by, at),
                redirect);
        return "redirect:/close";
    }

    private static Map<LockArea, GasDay> dates(Map<String, String> fields) {
        Map<LockArea, GasDay> dates = new EnumMap<>(LockArea.class);
        for (LockArea area : LockArea.values()) {
            String date = fields.getOrDefault(area.name(), "").strip();
            if (!date.isEmpty()) {
                dates.put(area, new GasDay(date));
            }
        }
        return dates;
    }

    /** {@code person} blank means everybody. */
    @PostMapping("/close/{group}/lock-exceptions")
    String grant(
            @PathVariable String group,
            @RequestParam LockArea area,
            @RequestParam(defaultValue = "") String person,
            @RequestParam int minutes,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        deeds.give(
                who,
                "lock-exceptions",
                reason,
                (by, at) -> new GrantLockException(
                        new CloseGroup(group),
                        area,
                        person.isBlank() ? null : new PersonId(person.strip()),
                        minutes,
                        reason.strip(),
                        by,
                        at),
                redirect);
        return "redirect:/close";
    }

    @PostMapping("/close/{group}/lock-exceptions/{number}/end")
    String end(
            @PathVariable String group,
            @PathVariable int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        deeds.give(
                who,
                "exception-ended",
                reason,
                (by, at) -> new EndLockException(new CloseGroup(group), number, reason.strip(), by, at),
                redirect);
        return "redirect:/close";
    }
}
