package io.tallybook.ui.frame;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.ViewProgress;
import io.tallybook.ui.access.Callers;
import io.tallybook.ui.access.LentRights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a page gives an order: through the one door, waiting at most 2 s until the views show it. */
@Component
public class Deeds {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

    private final CommandDoor door;
    private final ViewProgress views;
    private final Callers callers;
    private final Clock clock;

    Deeds(CommandDoor door, ViewProgress views, Callers callers, Clock clock) {
        this.door = door;
        this.views = views;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * What became of a deed, shown at its place after the redirect.
     *
     * @param kind {@code done}, {@code pending} or {@code refused}
     * @param key message key when there is no sentence from the door
     */
    public record Did(String place, String kind, String key, String sentence) {}

    /**
     * Gives one order.
     *
     * @param place name of the form, where the answer is shown
     * @param reason the person's own words, empty when the deed asks for none
     * @param order made from who gives it and when
     */
    public void give(
            Authentication who,
            String place,
            String reason,
            BiFunction<PersonId, Instant, Command> order,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("did", give(who, place, reason, order));
    }

    /** Makes an order of a close from the close, the person and the time. */
    public interface OfClose {
        Command of(CloseId closeId, PersonId by, Instant at);
    }

    /** Gives one order of a close and answers where its page is. */
    public String give(
            String group,
            String period,
            Authentication who,
            String place,
            String reason,
            OfClose order,
            RedirectAttributes redirect) {
        CloseId id = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        give(who, place, reason, (by, at) -> order.of(id, by, at), redirect);
        return "redirect:" + Ways.close(id);
    }

    /** Gives an order with the right to approve that another has lent; the caller has looked that it is one. */
    public void giveWithLentRight(
            Authentication who,
            String place,
            BiFunction<PersonId, Instant, Command> order,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("did", give(LentRights.using(callers.of(who, "web")), place, "", order));
    }

    private Did give(Authentication who, String place, String reason, BiFunction<PersonId, Instant, Command> order) {
        return give(callers.of(who, "web"), place, reason, order);
    }

    private Did give(Caller caller, String place, String reason, BiFunction<PersonId, Instant, Command> order) {
        try {
            Command command = order.apply(caller.person(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return did(place, door.send(command, reason.isBlank() ? caller : caller.because(reason)));
        } catch (Invalid e) {
            return new Did(place, "refused", "", String.valueOf(e.getMessage()));
        }
    }

    private Did did(String place, Answer answer) {
        if (!answer.done()) {
            return new Did(place, "refused", "deed.failed", answer.sentence());
        }
        boolean shown = answer.position() < 0 || views.await(answer.position(), SHOWN_WITHIN);
        return new Did(place, shown ? "done" : "pending", shown ? "deed.done." + place : "deed.pending", "");
    }
}
