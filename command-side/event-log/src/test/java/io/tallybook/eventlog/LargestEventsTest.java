package io.tallybook.eventlog;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.EventTypes.EventType;
import io.tallybook.messages.Event;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceOpened;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.change.ChangeCommand;
import io.tallybook.messages.close.CloseCalendarCommand;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.metering.MeterMonthEvent.LateQuantitiesReceived;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.variance.VarianceReviewCommand;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event fits into the log at its bound: ids of 64 letters, figures of 18 digits, lists as long as a rule allows. */
class LargestEventsTest {
    private static final int MOST_PERSONS = 128;

    /** By record and component, else by what the list is of. What is not here fails: every list has a bound. */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            entry("PersonId", MOST_PERSONS),
            entry("ShipperId", 64),
            entry("SeriesId", 64),
            entry("SeriesUse", 64),
            entry("ShipperContracts", 64),
            // 256 contracts in all, among 64 shippers, series or areas
            entry("ShipperContracts.contracts", 4),
            // one valued by two series each
            entry("SeriesUse.shippers", 8),
            entry("RosterArea.contracts", 1),
            entry("StatementOpened.contracts", 256),
            entry("AllocationStarted.contracts", 64),
            entry("RosterArea", 256),
            entry("AreaId", 256),
            entry("ContractSharesAdded.shares", 2),
            entry("DayTotal", 31),
            entry("NominatedDay", 31),
            entry("BalanceDay", 31),
            entry("GasDay", 31),
            entry("ValuedLine", 62),
            entry("DailyPrice", 62),
            entry("StatementAdded.versions", 256 + 64 + 1 + 16 + 1),
            entry("StatementPrepared.versions", 256 + 64 + 1 + 16 + 1),
            entry("CashedOut", 2),
            entry("CashOutLine", CashOutTiers.MOST_TIERS),
            entry("PriceMissing.firstDays", 10),
            entry("Instant", 10),
            entry("DeadLetterId", 10),
            entry("DueStep", 14),
            entry("AccruedShipper", 64),
            // those of the accrual and those of the statements
            entry("TruedUpShipper", 64 + 64),
            entry("SheetRows", 24),
            entry("RefusedLine", RefusedLine.MOST),
            // a handful of our own keys, and what the ERP may hold
            entry("KeyCompared", PostingKey.MOST_POSTINGS + HeldDocument.MOST),
            entry("RestatedReading", 100),
            // intervals of one estimate, and the readings on both sides of each gap among them
            entry("EstimatedQuantity", 256),
            entry("EstimateInput", 257),
            entry("SupersededEstimate", 100),
            entry("RestatedDay", 31),
            entry("MonthEffect", 64),
            entry("RevaluedLine", 62),
            entry("RefusedRow", ChangeCommand.MOST_NAMED),
            entry("OpenImbalance", CloseCalendarCommand.MOST_OPEN_IMBALANCES),
            entry("ReopenVoice", 3),
            entry("Holiday", CloseCalendarCommand.MOST_HOLIDAYS),
            // every day a due date may meet
            entry("LocalDate", 120),
            entry("ThresholdsPinned.contracts", 256),
            entry("VarianceThreshold", 256),
            entry("VarianceBasis", 4),
            entry("BudgetSet.lines", VarianceReviewCommand.MOST_BUDGET_LINES),
            entry("LinesValued.lines", 2),
            entry("LineFigures", VarianceReviewCommand.MOST_TOLD_LINES),
            entry("ResultsInvalidated.thaw", 1));

    /** These the aggregates weigh themselves: {@link WeighedEventsTest}. */
    private static final Set<Class<? extends Event>> WEIGHED = Set.of(
            AreaRosterPinned.class,
            BalanceOpened.class,
            JournalPrepared.class,
            JournalPostingRequested.class,
            QuantitiesRecorded.class,
            LateQuantitiesReceived.class,
            PricesRecorded.class);

    static Stream<EventType> types() {
        return EventTypes.all().stream().filter(type -> !WEIGHED.contains(type.type()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void fitsTheLogAtItsBound(EventType type) {
        byte[] bytes = LogJson.write(new Largest(LargestEventsTest::length).of(type.type()));

        assertThat(bytes.length).isLessThanOrEqualTo(LogStorageEngine.MOST_PAYLOAD_BYTES);
    }

    /** With the hands of eight persons in it; a ninth makes it longer, and it stays far below what the log takes. */
    @Test
    void aFrozenMonthOf31DaysTakesAtMost4KiB() {
        Largest largest = new Largest(list -> list.getName().equals("contributors") ? 8 : length(list));

        assertThat(LogJson.write(largest.of(MeterMonthFrozen.class)).length).isLessThanOrEqualTo(4 << 10);
    }

    private static int length(RecordComponent list) {
        Class<?> element = (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
        String name = list.getDeclaringRecord().getSimpleName() + "." + list.getName();
        Integer length = LONGEST.getOrDefault(name, LONGEST.get(element.getSimpleName()));
        assertThat(length).as("the bound of %s", name).isNotNull();
        return length == null ? 0 : length;
    }
}
