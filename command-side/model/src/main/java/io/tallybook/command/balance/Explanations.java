package io.tallybook.command.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.SystemBalanceEvent.ImbalanceExplained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been explained, by day and for the month; an explanation stands only for the figure it explained. */
final class Explanations {
    // "" is the month; they outlive an attempt
    private final Map<String, ImbalanceExplained> byDay = new HashMap<>();

    void remember(ImbalanceExplained event) {
        byDay.put(key(event.day()), event);
    }

    /** The explanation of exactly this figure, if there is one. */
    @Nullable ImbalanceExplained of(@Nullable GasDay day, Energy figure) {
        ImbalanceExplained known = byDay.get(key(day));
        return known != null && known.unaccounted().equals(figure) ? known : null;
    }

    boolean missing(Figures figures, @Nullable GasDay day) {
        return figures.outOfTolerance(day).filter(f -> of(day, f) == null).isPresent();
    }

    List<GasDay> missingDays(Figures figures) {
        return figures.days().stream()
                .map(BalanceDay::day)
                .filter(day -> missing(figures, day))
                .toList();
    }

    boolean anyMissing(Figures figures) {
        return missing(figures, null) || !missingDays(figures).isEmpty();
    }

    /** The explanations these figures rest on. */
    List<ImbalanceExplained> standing(Figures figures) {
        return byDay.values().stream()
                .filter(e -> figures.outOfTolerance(e.day())
                        .filter(e.unaccounted()::equals)
                        .isPresent())
                .toList();
    }

    /** A canonical line; the text as its hash, for it may hold line feeds and bars. */
    static String line(ImbalanceExplained e) {
        return String.join(
                "|",
                "explained",
                key(e.day()),
                e.unaccounted().kwh().toPlainString(),
                e.cause().name(),
                Sha256.of(e.text()).hex(),
                e.by().value());
    }

    private static String key(@Nullable GasDay day) {
        return day == null ? "" : day.value();
    }
}
