package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.SeriesId;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.price.PriceView;
import io.tallybook.query.price.SeriesView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Price series and their prices. */
@RestController
@RequestMapping("/api/v1/price-series")
@Tag(name = "prices", description = "Price series and their prices")
class PriceApi {
    private static final int MOST_DAYS = 1_000;

    private final PriceQueries prices;

    PriceApi(PriceQueries prices) {
        this.prices = prices;
    }

    @GetMapping
    @Operation(summary = "Every price series with its first and last priced day")
    List<SeriesView> series() {
        return prices.series();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A price series")
    SeriesView series(@PathVariable String id) {
        return there(prices.series(new SeriesId(id)), "price series", id);
    }

    @GetMapping("/{id}/prices")
    @Operation(
            summary = "The latest version of each priced day of a month, or of the days from … to",
            description =
                    "Give period, or from and to, both included, at most 1,000 days. Days without a price are left "
                            + "out; price is null where it was withdrawn.")
    List<PriceView> prices(
            @PathVariable String id,
            @RequestParam @Nullable String period,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to) {
        SeriesId series = series(id).series();
        if (period != null) {
            AccountingPeriod month = new AccountingPeriod(period);
            return prices.prices(series, month.month().atDay(1), month.month().atEndOfMonth());
        }
        if (from == null || to == null || to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw new Invalid("Give period, or from and to, at most 1,000 days apart.");
        }
        return prices.prices(series, from, to);
    }

    @GetMapping("/{id}/prices/{day}")
    @Operation(summary = "Every version of one day's price, oldest first")
    List<PriceView> versions(@PathVariable String id, @PathVariable LocalDate day) {
        return prices.versions(series(id).series(), day);
    }
}
