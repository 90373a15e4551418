package io.tallybook.ui.api;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.ViewProgress;
import io.tallybook.ui.access.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** How the API gives an order: through the one door, with what the request says of its caller, and then waits for the views. */
@Component("apiOrders")
class Orders {
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);

    private final CommandDoor door;
    private final ViewProgress views;
    private final Callers callers;
    private final Clock clock;

    Orders(CommandDoor door, ViewProgress views, Callers callers, Clock clock) {
        this.door = door;
        this.views = views;
        this.callers = callers;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Caller caller(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null) {
            throw new IllegalStateException("the filter chain lets nobody in unsigned");
        }
        return callers.of(signedIn, client(request)).expecting(ifMatch(request));
    }

    /** Gives the order and answers with outcome, stream, sequence, position and whether the views show it already. */
    ResponseEntity<Object> give(Command command, HttpServletRequest request) {
        return respond(door.send(command, caller(request)));
    }

    /** Makes an order of a close from the close, the person and the time. */
    interface OfClose {
        Command of(CloseId closeId, PersonId by, Instant at);
    }

    /** Gives an order of that close by whoever asks. */
    ResponseEntity<Object> give(String group, String period, HttpServletRequest request, OfClose order) {
        return give(order.of(Found.close(group, period), caller(request).person(), now()), request);
    }

    /** As a caller the request alone does not make: with a right that is lent. */
    Answer giveAs(Caller caller, Command command) {
        return door.send(command, caller);
    }

    ResponseEntity<Object> respond(Answer answer) {
        if (!answer.done()) {
            return Problems.of(answer);
        }
        boolean shown = answer.position() < 0 || views.await(answer.position(), SHOWN_WITHIN);
        return ResponseEntity.status(answer.outcome().status())
                .eTag("\"" + answer.sequence() + "\"")
                .body(new Given(answer.outcome().name(), answer.stream(), answer.sequence(), answer.position(), shown));
    }

    /**
     * What an accepted order answers.
     *
     * @param position position of its last event in the log, −1 when nothing was new
     * @param shown whether every view shows it already; false means it is being processed
     */
    record Given(String outcome, String stream, long sequence, long position, boolean shown) {}

    private static String client(HttpServletRequest request) {
        String named = request.getHeader("X-Client");
        return "cli".equals(named) || "demo-script".equals(named) ? named : "api";
    }

    /** The sequence the caller expects the thing to stand at; null when it names none. */
    static @Nullable Long ifMatch(HttpServletRequest request) {
        String header = request.getHeader("If-Match");
        if (header == null || header.equals("*")) {
            return null;
        }
        String sequence = header.strip().replaceFirst("^(?:W/)?\"?([0-9]{1,18})\"?$", "$1");
        Invalid.unless(sequence.matches("[0-9]{1,18}"), "If-Match takes an ETag as an answer gave it, such as \"7\"");
        return Long.valueOf(sequence);
    }
}
