package io.tallybook.ui.frame;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.change.ChangeQueries;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.workpapers.WorkpapersQueries;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Installation;
import io.tallybook.ui.frame.Frame.Door;
import io.tallybook.ui.frame.Frame.Excepted;
import io.tallybook.ui.frame.Frame.PeriodDoor;
import io.tallybook.ui.frame.Frame.Room;
import io.tallybook.ui.table.Figures;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the frame and the person's figures into every page. */
@Component
@ControllerAdvice(annotations = PageController.class)
class FrameAdvice {
    private final InForce inForce;
    private final NetworkQueries networks;
    private final DeadLetterQueries deadLetters;
    private final ChangeQueries changes;
    private final WorkpapersQueries workpapers;
    private final Installation installation;
    private final LiveUpdates live;
    private final MessageSource words;
    private final People people;
    private final Clock clock;

    FrameAdvice(
            InForce inForce,
            NetworkQueries networks,
            DeadLetterQueries deadLetters,
            ChangeQueries changes,
            WorkpapersQueries workpapers,
            Installation installation,
            LiveUpdates live,
            MessageSource words,
            People people,
            Clock clock) {
        this.inForce = inForce;
        this.networks = networks;
        this.deadLetters = deadLetters;
        this.changes = changes;
        this.workpapers = workpapers;
        this.installation = installation;
        this.live = live;
        this.words = words;
        this.people = people;
        this.clock = clock;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, @Nullable Authentication who, Locale locale, Model model) {
        // before anything is read: what changes meanwhile is told to the page once it listens
        long heard = live.heard();
        boolean signedIn = who != null && who.getPrincipal() instanceof Account;
        InForce.Closes closes = signedIn ? inForce.of(request) : new InForce.Closes(List.of(), Optional.empty());
        Optional<CalendarView> calendar = closes.calendar();
        ZoneId zone = calendar.map(CalendarView::zone).orElse(ZoneOffset.UTC);
        Figures figures = new Figures(locale, zone, words);
        request.setAttribute(Figures.REQUEST, figures);
        request.setAttribute(Screen.CLOSE, closes.close().orElse(null));
        model.addAttribute("figures", figures);
        model.addAttribute(
                "frame",
                new Frame(
                        "en",
                        theme(request),
                        installation.isDemo(),
                        request.getRequestURI(),
                        signedIn ? rooms(request.getRequestURI(), closes.close(), mine(who)) : List.of(),
                        calendar.flatMap(c -> networks.network(c.network()))
                                .map(NetworkView::name)
                                .orElse(null),
                        closes.close().map(c -> c.period().value()).orElse(null),
                        calendar.map(c -> periods(c, closes.close(), request.getRequestURI(), figures))
                                .orElse(List.of()),
                        who != null && who.getPrincipal() instanceof Account account ? account.name() : "",
                        excepted(closes.calendars()),
                        heard));
    }

    /** No names are read while nobody is excepted, which is nearly always. */
    private List<Excepted> excepted(List<CalendarView> calendars) {
        Instant now = clock.instant();
        if (calendars.stream().flatMap(c -> c.lockExceptions().stream()).noneMatch(e -> e.runs(now))) {
            return List.of();
        }
        Function<@Nullable PersonId, String> names = people.names();
        return calendars.stream()
                .flatMap(c -> c.lockExceptions().stream()
                        .filter(e -> e.runs(now))
                        .map(e -> new Excepted(
                                c.group().value(),
                                "lockarea." + e.area(),
                                e.person() == null ? null : names.apply(e.person()),
                                names.apply(e.grantedBy()),
                                e.reason(),
                                e.until(),
                                Duration.between(now, e.until()))))
                .toList();
    }

    static @Nullable String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals("theme"))
                        .map(Cookie::getValue)
                        .filter(t -> t.equals("light") || t.equals("dark"))
                        .findFirst()
                        .orElse(null);
    }

    /** How many notes wait for the person: they are told nowhere else. */
    private int mine(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof Account account
                ? workpapers.waitingFor(account.person()).size()
                : 0;
    }

    private List<Room> rooms(String path, Optional<CloseId> close, int mine) {
        Door toMine = new Door("room.close.mine", "/mine", path.startsWith("/mine"), mine);
        List<Door> closing = Stream.concat(
                        Stream.of(toMine),
                        close
                                .map(id -> closeDoors(id, path))
                                .orElse(List.of(door("close.periods", "/close", path)))
                                .stream())
                .toList();
        List<Door> measuring = Stream.concat(
                        close.map(id -> door("measure.months", Ways.meterMonths(id), path)).stream(),
                        Stream.of(
                                door("measure.network", "/network", path),
                                door("measure.setup", "/setup", path),
                                new Door(
                                        "room.measure.changes",
                                        "/changes",
                                        path.startsWith("/changes"),
                                        changes.waiting())))
                .toList();
        return List.of(
                new Room("room.close", closing),
                new Room("room.measure", measuring),
                new Room("room.alarms", List.of()),
                new Room(
                        "room.data",
                        List.of(
                                door("data.imports", "/imports", path),
                                door("data.sources", "/sources", path),
                                new Door(
                                        "room.data.dead-letters",
                                        "/dead-letters",
                                        path.startsWith("/dead-letters"),
                                        deadLetters.open()),
                                door("data.prices", "/prices", path))),
                new Room("room.audit", List.of(door("audit.events", "/events", path))));
    }

    private static List<Door> closeDoors(CloseId id, String path) {
        String close = Ways.close(id);
        return List.of(
                new Door("room.close.cockpit", close, path.equals(close), 0),
                door("close.balance", close + "/balance", path),
                door("close.statements", Ways.statements(id), path, close + "/allocation"),
                door("close.variances", Ways.variances(id), path),
                door("close.notes", Ways.notes(id), path),
                door("close.journal", Ways.journal(id), path),
                door("close.documents", Ways.documents(id), path),
                door("close.compare", close + "/compare", path),
                door("close.adjustments", "/adjustments", path, "/adjustment/"),
                door("close.due", "/due", path),
                door("close.times", "/close-times", path),
                new Door("room.close.periods", "/close", path.equals("/close"), 0));
    }

    private static Door door(String key, String target, String path, String... alsoUnder) {
        boolean here = path.startsWith(target) || Stream.of(alsoUnder).anyMatch(path::startsWith);
        return new Door("room." + key, target, here, 0);
    }

    /** The same page of another period, where it has the same page. */
    private static List<PeriodDoor> periods(
            CalendarView calendar, Optional<CloseId> close, String path, Figures figures) {
        String tail = close.map(Ways::close)
                .filter(path::startsWith)
                .map(start -> path.substring(start.length()).replaceFirst("^(/[^/]*).*", "$1"))
                .filter(page -> !page.equals("/allocation"))
                .orElse("");
        return calendar.periods().reversed().stream()
                .limit(120)
                .map(p -> new PeriodDoor(
                        p.period().value(),
                        Ways.close(p.closeId()) + tail,
                        figures.word("close.status." + p.status()),
                        close.filter(p.closeId()::equals).isPresent()))
                .toList();
    }
}
