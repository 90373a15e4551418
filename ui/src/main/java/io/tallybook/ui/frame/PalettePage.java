package io.tallybook.ui.frame;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.query.statement.StatementQueries;
import io.tallybook.ui.table.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ctrl-K: finds pages, periods, points, statements, documents and events by a few letters. */
@PageController
class PalettePage {
    private static final int MOST = 20;

    private final CloseQueries closes;
    private final NetworkQueries networks;
    private final StatementQueries statements;

    PalettePage(CloseQueries closes, NetworkQueries networks, StatementQueries statements) {
        this.closes = closes;
        this.networks = networks;
        this.statements = statements;
    }

    /** A place to go; {@code kind} is a message key. */
    public record Place(String kind, String name, String href) {
        boolean answers(String words) {
            String all = name.toLowerCase(Locale.ROOT) + " " + href.toLowerCase(Locale.ROOT);
            return Stream.of(words.split("\\s+")).allMatch(all::contains);
        }
    }

    @GetMapping("/palette")
    String palette(@RequestParam(defaultValue = "") String words, Screen screen, Model model) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        List<Place> found = new ArrayList<>();
        if (wanted.matches("#?[0-9]{1,12}")) {
            String position = wanted.replace("#", "");
            found.add(new Place("place.event", position, Ways.event(Long.parseLong(position))));
        }
        places(screen).filter(p -> p.answers(wanted)).limit(MOST - found.size()).forEach(found::add);
        model.addAttribute("places", found);
        return "palette";
    }

    private Stream<Place> places(Screen screen) {
        List<CalendarView> calendars = closes.calendars();
        return Stream.of(
                        screen.close().stream().flatMap(id -> pages(id, screen.figures())),
                        calendars.stream().flatMap(PalettePage::periods),
                        calendars.stream().flatMap(c -> points(c, screen)),
                        screen.close().stream().flatMap(this::papers),
                        Stream.of(new Place("place.page", screen.figures().word("room.settings"), "/settings")))
                .flatMap(s -> s);
    }

    private static Stream<Place> pages(CloseId id, Figures figures) {
        String close = Ways.close(id);
        return Stream.of(
                        List.of("room.close.cockpit", close),
                        List.of("room.close.balance", close + "/balance"),
                        List.of("room.close.statements", Ways.statements(id)),
                        List.of("room.close.variances", Ways.variances(id)),
                        List.of("room.close.journal", Ways.journal(id)),
                        List.of("room.close.documents", Ways.documents(id)),
                        List.of("room.close.compare", close + "/compare"),
                        List.of("room.close.adjustments", "/adjustments"),
                        List.of("room.close.periods", "/close"),
                        List.of("room.measure.months", Ways.meterMonths(id)),
                        List.of("room.measure.network", "/network"),
                        List.of("room.measure.setup", "/setup"),
                        List.of("room.measure.changes", "/changes"),
                        List.of("users.title", "/users"),
                        List.of("room.data.imports", "/imports"),
                        List.of("room.data.sources", "/sources"),
                        List.of("room.data.dead-letters", "/dead-letters"),
                        List.of("room.data.prices", "/prices"),
                        List.of("room.audit.events", "/events"))
                .map(p -> new Place("place.page", figures.word(p.getFirst()), p.getLast()));
    }

    private static Stream<Place> periods(CalendarView calendar) {
        return calendar.periods().reversed().stream()
                .map(p -> new Place("place.period", p.period().value(), Ways.close(p.closeId())));
    }

    private Stream<Place> points(CalendarView calendar, Screen screen) {
        return networks.areas(calendar.network()).stream()
                .map(AreaView::area)
                .flatMap(area -> networks.points(area).stream())
                .map(p -> new Place("place.point", p.name(), way(p, screen)));
    }

    private static String way(PointView point, Screen screen) {
        return screen.close()
                .map(id -> Ways.meterMonth(MeterMonthId.of(point.point(), id.period())))
                .orElse(Ways.point(point.point()));
    }

    private Stream<Place> papers(CloseId id) {
        return Stream.concat(
                statements.ofClose(id).stream()
                        .map(s -> new Place(
                                "place.statement",
                                s.shipperName() + " " + id.period(),
                                Ways.statement(id, s.statement().shipper()))),
                closes.documents(id).stream()
                        .map(d -> new Place("place.document", d.document().name(), Ways.documents(id))));
    }
}
