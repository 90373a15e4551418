package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.tallybook.command.journal.JournalBatch;
import io.tallybook.command.metering.MeterMonth;
import io.tallybook.command.network.Area;
import io.tallybook.command.price.PriceSeries;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.Refused;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceOpened;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchCommand.ReverseJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalInputAdded;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthCommand.RecordQuantities;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.Standing;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaCommand.PinAreaRoster;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaEvent.AreaEstablished;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.PointPlaced;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.price.PriceSeriesCommand.PriceEntry;
import io.tallybook.messages.price.PriceSeriesCommand.RecordPrices;
import io.tallybook.messages.price.PriceSeriesEvent.PriceSeriesEstablished;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/**
 * What an aggregate weighs before it makes an event of it: whatever it lets pass fits the log, by the log's own scales. Long,
 * for it builds the largest of every kind.
 */
class WeighedEventsTest {
    private static final Instant AT = Instant.parse("2024-11-04T08:00:00Z");
    private static final PersonId PERSON = new PersonId(Largest.WORD);
    private static final CloseId CLOSE = new CloseId(Largest.WORD + "/2024-10");
    private static final AreaId AREA = new AreaId(Largest.WORD);
    private static final Source SOURCE = new Largest(list -> 0).of(Source.class);

    @Test
    void anAreaTakes256PointsOfLongNamesInAnOrdinaryZone() {
        PointRule rule = rule(ZoneId.of("Europe/Copenhagen"), MeasuringInterval.GAS_DAY);
        List<Object> placed = placed(255, rule);

        PointPlaced last = events(Area.class, placed, place(255, rule), PointPlaced.class);
        placed.add(last);

        checkRoster(placed, 256);
    }

    @Test
    void anAreaRefusesThePointThatWouldNoLongerFitItsRoster() {
        PointRule rule = rule(Largest.ZONE, MeasuringInterval.QUARTER_HOUR);
        List<Object> placed = placed(0, rule);
        int points = 0;
        while (!isRefused(Area.class, placed, place(points, rule), "roster-too-large")) {
            placed.add(point(points, rule));
            points++;
        }

        assertThat(points).isBetween(240, 255);
        checkRoster(placed, points);
    }

    private static void checkRoster(List<Object> placed, int points) {
        List<ContractId> contracts =
                IntStream.range(0, 64).mapToObj(i -> new ContractId(name(i))).toList();
        AreaRosterPinned roster = events(
                Area.class, placed, new PinAreaRoster(AREA, CLOSE, 999_999, contracts, AT), AreaRosterPinned.class);
        assertThat(roster.points()).hasSize(points);
        checkFits(roster);
        checkFits(new BalanceOpened(
                new BalanceId(Largest.WORD + "/2024-10"), CLOSE, 999_999, roster.points(), roster.tolerance()));
    }

    @Test
    void aJournalIsAsLargeAsItsEventsMayBeAndNoLarger() {
        boolean failed = false;
        boolean prepared = false;
        for (int length = 1; length <= 80; length += 3) {
            List<Object> facts = journal("ü\"".repeat(40).substring(0, length));
            Object last = facts.removeLast();
            List<Object> events = all(JournalBatch.class, facts, last);
            Object result = events.getLast();
            if (result instanceof JournalPrepared journal) {
                prepared = true;
                checkFits(journal);
                facts.addAll(events);
                Sha256 pack = Sha256.of("pack");
                PostJournal post = new PostJournal(journal.journal(), CLOSE, 999_999, pack, AT);
                List<Object> posted = all(JournalBatch.class, facts, post);
                facts.addAll(posted);
                facts.add(new JournalPosted(journal.journal(), CLOSE, "4711", pack));
                ReverseJournal reverse = new ReverseJournal(journal.journal(), CLOSE, 2, "read tenfold", AT);
                List<Object> reversal = all(JournalBatch.class, facts, reverse);
                assertThat(reversal).hasSize(2);
                Stream.of(posted, reversal).flatMap(List::stream).forEach(event -> checkFits((Event) event));
            } else {
                failed = true;
            }
        }
        assertThat(prepared).isTrue();
        assertThat(failed).isTrue();
    }

    @Test
    void aDeliveryOfReadingsIsAsLargeAsItsEventMayBe() {
        int most = 0;
        for (int raw = 0; raw <= 400; raw += 20) {
            RecordQuantities order = delivery("r".repeat(raw));
            if (isRefused(MeterMonth.class, List.of(), order, "delivery-too-large")) {
                assertThat(most).isPositive();
                return;
            }
            most = raw;
            checkFits(events(MeterMonth.class, List.of(), order, QuantitiesRecorded.class));
            checkFits(late(order));
        }
        throw new AssertionError("no delivery was too large");
    }

    @Test
    void aDeliveryOfPricesIsAsLargeAsItsEventMayBe() {
        SeriesId series = new SeriesId(Largest.WORD);
        List<Object> established = List.of(new PriceSeriesEstablished(series, "Hub", "USD", PERSON));
        int most = -1;
        for (int raw = 0; raw <= 40; raw++) {
            RecordPrices order = new RecordPrices(series, prices("p".repeat(raw)), SOURCE, PERSON, AT);
            if (isRefused(PriceSeries.class, established, order, "delivery-too-large")) {
                assertThat(most).isNotNegative();
                return;
            }
            most = raw;
            all(PriceSeries.class, established, order).forEach(event -> checkFits((Event) event));
        }
        throw new AssertionError("no delivery was too large");
    }

    private static List<PriceEntry> prices(String raw) {
        Price price = new Price(new BigDecimal("123456789012.123456"), "USD");
        return IntStream.range(0, 400)
                .mapToObj(i -> new PriceEntry(
                        LocalDate.parse("2024-01-01").plusDays(i), price, PriceStatus.PRELIMINARY, 999_999, raw))
                .toList();
    }

    private static RecordQuantities delivery(String raw) {
        GasDayRule gasDay = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
        GasDay day = new GasDay("2024-10-26");
        PointRule rule = new PointRule(gasDay, MeasuringInterval.QUARTER_HOUR, new GasDay("2015-01-01"), 999_999);
        List<Quantity> quantities = IntStream.range(0, 100)
                .mapToObj(i -> new Quantity(
                        gasDay.start(day).plusSeconds(900L * i),
                        Largest.ENERGY,
                        Direction.DELIVERY,
                        "Q".repeat(16),
                        999_999,
                        raw))
                .toList();
        return new RecordQuantities(
                new MeterMonthId(Largest.WORD + "/2024-10"), day, rule, quantities, SOURCE, PERSON, AT);
    }

    private static LateQuantitiesReceived late(RecordQuantities order) {
        return new LateQuantitiesReceived(
                order.month(),
                CLOSE,
                Standing.FROZEN,
                order.day(),
                order.quantities().stream()
                        .map(q -> new LateQuantity(Largest.ENERGY.negate(), Largest.ENERGY.negate(), q))
                        .toList(),
                SOURCE,
                PERSON);
    }

    /** A journal of 64 shippers, both ways, that waits for the last of them; 128 persons had a hand in it. */
    private static List<Object> journal(String accountName) {
        JournalId journal = new JournalId(Largest.WORD + "/2024-10/CLOSE/1");
        Map<AccountUse, Account> accounts = new EnumMap<>(AccountUse.class);
        for (AccountUse use : AccountUse.values()) {
            accounts.put(use, new Account("9".repeat(8), accountName));
        }
        List<ShipperId> shippers = IntStream.range(0, 48)
                .mapToObj(i -> new ShipperId("shipper-" + i))
                .toList();
        Money money = new Money(new BigDecimal("123456789.12"), "USD");
        StatementTotals totals = new StatementTotals(
                Energy.ofKwh(123_456_789), BigDecimal.ONE, money, Energy.ofKwh(123_456_789), BigDecimal.ONE, money);
        List<PersonId> persons =
                IntStream.range(0, 128).mapToObj(i -> new PersonId(name(i))).toList();
        List<Object> facts = new ArrayList<>();
        facts.add(new JournalOpened(journal, CLOSE, 999_999, shippers, accounts, 999_999, PERSON));
        shippers.subList(0, 47)
                .forEach(s -> facts.add(
                        new JournalInputAdded(journal, CLOSE, 999_999, s, totals, Sha256.of("statement"), persons)));
        facts.add(new AddJournalInput(
                journal, CLOSE, 999_999, shippers.getLast(), totals, Sha256.of("statement"), persons, AT));
        return facts;
    }

    private static List<Object> placed(int points, PointRule rule) {
        Tolerance tolerance = new Largest(list -> 0).of(Tolerance.class);
        List<Object> facts = new ArrayList<>();
        facts.add(new AreaEstablished(AREA, new NetworkId("net"), "Area", tolerance, PERSON));
        IntStream.range(0, points).forEach(i -> facts.add(point(i, rule)));
        return facts;
    }

    private static PointPlaced point(int number, PointRule rule) {
        return new PointPlaced(AREA, new PointId(name(number)), PointRole.STORAGE, rule, PERSON);
    }

    private static PlacePoint place(int number, PointRule rule) {
        return new PlacePoint(AREA, new PointId(name(number)), PointRole.STORAGE, rule, PERSON, AT);
    }

    private static PointRule rule(ZoneId zone, MeasuringInterval interval) {
        return new PointRule(new GasDayRule(zone, LocalTime.of(6, 0)), interval, new GasDay("2015-01-01"), 999_999);
    }

    /** 64 letters, another for each number. */
    private static String name(int number) {
        return "x".repeat(60) + "%04d".formatted(number);
    }

    private static void checkFits(Event event) {
        assertThat(LogJson.write(event).length)
                .as(event.getClass().getSimpleName())
                .isLessThanOrEqualTo(LogStorageEngine.MOST_PAYLOAD_BYTES);
    }

    private static <E> E events(Class<?> aggregate, List<Object> facts, Object order, Class<E> kind) {
        return all(aggregate, facts, order).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> all(Class<?> aggregate, List<Object> facts, Object order) {
        List<Object> events = new ArrayList<>();
        result(aggregate, facts, order)
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(payloadsMatching(predicate((List<?> all) -> events.addAll(all) || true)));
        return Collections.unmodifiableList(events);
    }

    private static boolean isRefused(Class<?> aggregate, List<Object> facts, Object order, String rule) {
        List<String> rules = new ArrayList<>();
        try {
            result(aggregate, facts, order)
                    .expectException(predicate(e -> e instanceof Refused no && rules.add(no.rule())));
        } catch (AssertionError accepted) {
            return false;
        }
        assertThat(rules).containsOnly(rule);
        return true;
    }

    private static ResultValidator<?> result(Class<?> aggregate, List<Object> facts, Object order) {
        return facts.isEmpty()
                ? new AggregateTestFixture<>(aggregate).givenNoPriorActivity().when(order)
                : new AggregateTestFixture<>(aggregate).given(facts).when(order);
    }
}
