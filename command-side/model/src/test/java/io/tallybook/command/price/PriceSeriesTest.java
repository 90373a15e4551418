package io.tallybook.command.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Story;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.price.DailyPrice;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.messages.price.PriceSeriesCommand.PinPrices;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesCommand.UnpinPrices;
import io.tallybook.messages.price.PriceSeriesEvent.PriceSeriesEstablished;
import io.tallybook.messages.price.PriceSeriesEvent.PricesPinned;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.PricesUnpinned;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.messages.price.PriceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {
    private static final SeriesId ID = new SeriesId("henry-hub");
    private static final CloseId OCTOBER = new CloseId("dk/2024-10");
    private static final Source SOURCE = new Source(new ImportId("p-1"), Sha256.of("prices"), "prices.csv");
    private static final List<ShipperId> SHIPPERS = List.of(new ShipperId("orsted"));
    private static final PriceSeriesEstablished ESTABLISHED =
            new PriceSeriesEstablished(ID, "Henry Hub", "USD", Story.ENGINEER);

    private final Story story = Story.of(PriceSeries.class);

    @Test
    void isEstablishedOnceInOneCurrency() {
        story.given().when(establish("USD")).then(ESTABLISHED);
        story.given(ESTABLISHED).when(establish("USD")).thenNothing();
        story.given(ESTABLISHED).when(establish("EUR")).thenRefused("series-exists");
    }

    @Test
    void isNotFoundBeforeItIsEstablished() {
        story.given().when(record(entry("2024-10-01", "2.5"))).thenRefused("not-found");
        story.given().when(pin(1, 7)).thenRefused("not-found");
        story.given().when(new UnpinPrices(ID, OCTOBER, Story.AT)).thenRefused("not-found");
    }

    @Test
    void recordsOnlyWhatIsNewOrChanged() {
        Story.Given one = story.given(ESTABLISHED).and(record(entry("2024-10-01", "2.5")));
        one.when(record(entry("2024-10-01", "2.50"))).thenNothing();
        assertThat(one.when(record(entry("2024-10-02", "2.6"), entry("2024-10-01", "2.4")))
                        .only(PricesRecorded.class)
                        .prices())
                .containsExactly(recorded("2024-10-01", "2.4", 2), recorded("2024-10-02", "2.6", 1));
    }

    @Test
    void becomingFinalIsAChange() {
        PriceEntry preliminary =
                new PriceEntry(LocalDate.parse("2024-10-01"), price("2.5"), PriceStatus.PRELIMINARY, 1, "row");
        story.given(ESTABLISHED)
                .and(record(preliminary))
                .when(record(entry("2024-10-01", "2.5")))
                .only(PricesRecorded.class);
    }

    @Test
    void withdrawsAPriceOnceAndNoneThatWasNeverThere() {
        Story.Given one = story.given(ESTABLISHED).and(record(entry("2024-10-01", "2.5")));
        assertThat(one.when(record(entry("2024-10-01", null)))
                        .only(PricesRecorded.class)
                        .prices())
                .containsExactly(recorded("2024-10-01", null, 2));
        one.and(record(entry("2024-10-01", null)))
                .when(record(entry("2024-10-01", null)))
                .thenNothing();
        story.given(ESTABLISHED).when(record(entry("2024-10-01", null))).thenNothing();
    }

    @Test
    void takesADayGivenTwiceOnceAndRefusesTwoPricesOfIt() {
        assertThat(story.given(ESTABLISHED)
                        .when(record(entry("2024-10-01", "2.5"), entry("2024-10-01", "2.5")))
                        .only(PricesRecorded.class)
                        .prices())
                .hasSize(1);
        story.given(ESTABLISHED)
                .when(record(entry("2024-10-01", "2.5"), entry("2024-10-01", "2.6")))
                .thenRefused("day-given-twice");
    }

    @Test
    void refusesAnotherCurrency() {
        story.given(ESTABLISHED)
                .when(record(new PriceEntry(
                        LocalDate.parse("2024-10-01"), new Price(BigDecimal.ONE, "EUR"), PriceStatus.FINAL, 1, "row")))
                .thenRefused("another-currency");
    }

    @Test
    void refusesRawRowsThatWouldNotFitAnEvent() {
        PriceEntry wordy = new PriceEntry(
                LocalDate.parse("2024-10-01"),
                new Price(BigDecimal.ONE, "USD"),
                PriceStatus.FINAL,
                1,
                "r".repeat(64 << 10));
        story.given(ESTABLISHED).when(record(wordy)).thenRefused("delivery-too-large");
    }

    @Test
    void takes400PricesAndNotOneMoreAndNotNone() {
        assertThat(story.given(ESTABLISHED)
                        .when(record(many(400)))
                        .only(PricesRecorded.class)
                        .prices())
                .hasSize(400);
        story.given(ESTABLISHED).when(record(many(401))).thenRefused("too-many-prices");
        story.given(ESTABLISHED).when(record()).thenRefused("no-prices");
    }

    @Test
    void pinsTheMonthAndTheDaysItMayLookBackTo() {
        story.given(ESTABLISHED)
                .and(record(
                        entry("2024-09-28", "2.1"),
                        entry("2024-09-29", "2.2"),
                        entry("2024-10-31", "2.3"),
                        entry("2024-11-01", "2.4")))
                .when(pin(1, 2))
                .then(pinned(1, 2, 3, daily("2024-09-29", "2.2", 1), daily("2024-10-31", "2.3", 1)));
    }

    @Test
    void looksBack31DaysAndNotOneMore() {
        story.given(ESTABLISHED)
                .and(record(entry("2024-08-30", "2.0"), entry("2024-08-31", "2.1")))
                .when(pin(1, 31))
                .then(pinned(1, 31, 2, daily("2024-08-31", "2.1", 1)));
        story.given(ESTABLISHED).when(pin(1, 32)).thenRefused("lookback-too-long");
    }

    @Test
    void answersAnEmptyMonthToo() {
        story.given(ESTABLISHED).when(pin(1, 7)).then(pinned(1, 7, 1));
    }

    @Test
    void answersAgainWithAHigherVersionWhenAPinnedPriceChanges() {
        Story.Given pinned =
                story.given(ESTABLISHED).and(record(entry("2024-10-01", "2.5"))).and(pin(1, 7));
        assertThat(pinned.when(record(entry("2024-10-01", "2.4"))).events())
                .endsWith(pinned(1, 7, 3, daily("2024-10-01", "2.4", 2)));
        assertThat(pinned.when(record(entry("2024-10-01", null))).events()).endsWith(pinned(1, 7, 3));
        assertThat(pinned.when(record(entry("2024-09-23", "9"), entry("2024-11-01", "9")))
                        .events())
                .hasSize(1);
    }

    @Test
    void thePinnedVersionDoesNotDependOnBatchesOrOtherMonths() {
        PricesPinned together = story.given(ESTABLISHED)
                .and(record(entry("2024-10-01", "2.5"), entry("2024-10-02", "2.6"), entry("2023-01-01", "9")))
                .when(pin(1, 7))
                .only(PricesPinned.class);
        PricesPinned apart = story.given(ESTABLISHED)
                .and(record(entry("2024-10-02", "2.6")))
                .and(record(entry("2024-10-01", "2.5")))
                .when(pin(1, 7))
                .only(PricesPinned.class);
        assertThat(apart).isEqualTo(together);
    }

    @Test
    void answersTheSameAttemptTheSameAndIgnoresAnOlderOne() {
        Story.Given second = story.given(ESTABLISHED).and(pin(2, 7));
        second.when(pin(2, 7)).then(pinned(2, 7, 1));
        second.when(pin(1, 7)).thenNothing();
        second.when(pin(3, 7)).then(pinned(3, 7, 1));
    }

    @Test
    void anApprovedCloseHearsOfNoLaterPrice() {
        PricesUnpinned unpinned = new PricesUnpinned(ID, OCTOBER);
        Story.Given pinned = story.given(ESTABLISHED).and(pin(1, 7));
        pinned.when(new UnpinPrices(ID, OCTOBER, Story.AT)).then(unpinned);
        Story.Given approved = pinned.and(new UnpinPrices(ID, OCTOBER, Story.AT));
        approved.when(new UnpinPrices(ID, OCTOBER, Story.AT)).thenNothing();
        assertThat(approved.when(record(entry("2024-10-01", "2.5"))).events()).hasSize(1);
        approved.when(pin(2, 7)).thenRefused("close-already-approved");
    }

    private static EstablishPriceSeries establish(String currency) {
        return new EstablishPriceSeries(ID, "Henry Hub", currency, Story.ENGINEER, Story.AT);
    }

    private static RecordPrices record(PriceEntry... entries) {
        return new RecordPrices(ID, List.of(entries), SOURCE, Story.ACCOUNTANT, Story.AT);
    }

    private static PriceEntry[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entry(LocalDate.parse("2023-01-01").plusDays(i).toString(), "2.5"))
                .toArray(PriceEntry[]::new);
    }

    private static PriceEntry entry(String day, @Nullable String price) {
        return new PriceEntry(LocalDate.parse(day), price(price), PriceStatus.FINAL, 1, "row");
    }

    private static @Nullable Price price(@Nullable String price) {
        return price == null ? null : new Price(new BigDecimal(price), "USD");
    }

    private static RecordedPrice recorded(String day, @Nullable String price, int version) {
        return new RecordedPrice(LocalDate.parse(day), price(price), PriceStatus.FINAL, version, 1, "row");
    }

    private static DailyPrice daily(String day, String price, int version) {
        return new DailyPrice(
                LocalDate.parse(day), new Price(new BigDecimal(price), "USD"), PriceStatus.FINAL, version);
    }

    private static PinPrices pin(int attempt, int lookback) {
        return new PinPrices(ID, OCTOBER, attempt, SHIPPERS, lookback, Story.AT);
    }

    /** Version 1 is that of days nobody recorded. */
    private static PricesPinned pinned(int attempt, int lookback, int version, DailyPrice... prices) {
        List<PersonId> contributors = version == 1 ? List.of() : List.of(Story.ACCOUNTANT);
        return new PricesPinned(ID, OCTOBER, attempt, SHIPPERS, lookback, version, List.of(prices), contributors);
    }
}
