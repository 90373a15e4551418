package io.tallybook.ui.frame;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.PeriodView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds the close a page is about: the one in its address, else the one visited last, else the latest opened. */
@Component
class InForce {
    private static final Pattern CLOSE = Pattern.compile("/(?:close|meters)/([^/]+)/([0-9]{4}-[0-9]{2})(/.*)?");
    private static final String VISITED = "tallybook.close";

    private final CloseQueries closes;

    InForce(CloseQueries closes) {
        this.closes = closes;
    }

    /**
     * The calendars and the close in force.
     *
     * @param close empty while no period has been opened
     */
    record Closes(List<CalendarView> calendars, Optional<CloseId> close) {
        Optional<CalendarView> calendar() {
            return close.flatMap(id -> find(id.group()))
                    .or(() -> calendars.stream().findFirst());
        }

        private Optional<CalendarView> find(CloseGroup group) {
            return calendars.stream().filter(c -> c.group().equals(group)).findFirst();
        }
    }

    Closes of(HttpServletRequest request) {
        List<CalendarView> calendars = closes.calendars();
        Optional<CloseId> close = inAddress(request).or(() -> visited(request)).filter(id -> known(id, calendars));
        close.ifPresent(id -> request.getSession().setAttribute(VISITED, id.value()));
        return new Closes(calendars, close.or(() -> latest(calendars)));
    }

    private static Optional<CloseId> inAddress(HttpServletRequest request) {
        Matcher matcher = CLOSE.matcher(request.getRequestURI());
        return matcher.matches() ? parse(matcher.group(1) + "/" + matcher.group(2)) : Optional.empty();
    }

    private static Optional<CloseId> visited(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(VISITED) instanceof String id ? parse(id) : Optional.empty();
    }

    private static Optional<CloseId> parse(String id) {
        try {
            return Optional.of(new CloseId(id));
        } catch (Invalid e) {
            return Optional.empty();
        }
    }

    private static boolean known(CloseId id, List<CalendarView> calendars) {
        return calendars.stream()
                .flatMap(c -> c.periods().stream())
                .anyMatch(p -> p.closeId().equals(id));
    }

    private static Optional<CloseId> latest(List<CalendarView> calendars) {
        return calendars.stream()
                .filter(c -> !c.periods().isEmpty())
                .findFirst()
                .map(c -> c.periods().getLast())
                .map(PeriodView::closeId);
    }
}
