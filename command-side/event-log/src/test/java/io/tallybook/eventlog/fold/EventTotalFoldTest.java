package io.tallybook.eventlog.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseCycleEvent.ContractsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateAccepted;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateBasis;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWeight;
import io.tallybook.messages.metering.MeterMonthEvent.EstimateWithdrawn;
import io.tallybook.messages.metering.MeterMonthEvent.EstimatedQuantity;
import io.tallybook.messages.metering.MeterMonthEvent.GapEstimated;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthEvent.QuantitiesRecorded;
import io.tallybook.messages.metering.MeterMonthEvent.RecordedQuantity;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.statement.StatementEvent.VolumesValued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.ValuedLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTotalFoldTest {
    private static final AccountingPeriod PERIOD = new AccountingPeriod("2024-10");
    private static final CloseId CLOSE = CloseId.of(new CloseGroup("dk"), PERIOD);
    private static final NetworkId NETWORK = new NetworkId("dk");
    private static final AccountMapId ACCOUNTS = new AccountMapId("standard");
    private static final AreaId AREA = new AreaId("dk");
    private static final PointId ENTRY = new PointId("entry");
    private static final PointId STORE = new PointId("store");
    private static final PointId PIPES = new PointId("pipes");
    private static final PointId FLARE = new PointId("flare");
    private static final ShipperId NORD = new ShipperId("nord");
    private static final ContractId CONTRACT = new ContractId("nord-1");
    private static final SeriesId SERIES = new SeriesId("henry-hub");
    private static final PersonId ANNA = new PersonId("anna");
    private static final GasDay DAY = new GasDay("2024-10-01");
    private static final GasDayRule GAS_DAY = new GasDayRule(ZoneId.of("Europe/Copenhagen"), LocalTime.of(6, 0));
    private static final PointRule RULE = new PointRule(GAS_DAY, MeasuringInterval.GAS_DAY, DAY, 1);

    private final Written log = new Written();

    @Test
    void isEmptyForACloseThatHasNotBegun() {
        EventTotals totals = EventTotalFold.of(log, CLOSE);
        assertThat(totals.attempt()).isZero();
        assertThat(totals.areas()).isEmpty();
        assertThat(totals.journal()).isEmpty();
    }

    @Test
    void countsTheNewestVersionOfEveryIntervalUpToTheFreezeAndNothingAfter() {
        declared(1);
        recorded(ENTRY, 1_000);
        recorded(ENTRY, 1_200);
        recorded(STORE, -300);
        recorded(PIPES, 40);
        recorded(FLARE, -15);
        frozen(ENTRY, 1, 1);
        frozen(STORE, 1, 0);
        frozen(PIPES, 1, 0);
        frozen(FLARE, 1, 0);
        recorded(ENTRY, 9_999);

        EventTotals.AreaTotal area = EventTotalFold.of(log, CLOSE).areas().getFirst();
        assertThat(area.receipts()).isEqualTo(Energy.ofKwh(1_200));
        assertThat(area.deliveries()).isEqualTo(Energy.ZERO);
        assertThat(area.fuel()).isEqualTo(Energy.ofKwh(15));
        assertThat(area.storageChange()).isEqualTo(Energy.ofKwh(260));
        assertThat(area.unaccounted()).isEqualTo(Energy.ofKwh(925));
    }

    @Test
    void countsAnEstimateThatStandsUntilAReadingOrAWithdrawalTakesItsPlace() {
        declared(1);
        recorded(ENTRY, 1_000);
        MeterMonthId month = MeterMonthId.of(ENTRY, PERIOD);
        log.write(month, estimated(1, false, 2));
        log.write(month, estimated(2, true, 3));
        log.write(month, estimated(3, true, 4));
        log.write(month, estimated(4, false, 5));
        log.write(month, new EstimateAccepted(month, 2, List.of(figure(3)), ANNA));
        log.write(month, new EstimateWithdrawn(month, 4, true, List.of(figure(5)), "why", ANNA));
        frozen(ENTRY, 1, 6);

        EventTotals.AreaTotal area = EventTotalFold.of(log, CLOSE).areas().getFirst();
        assertThat(area.receipts()).isEqualTo(Energy.ofKwh(1_200));
        assertThat(area.estimated()).isEqualTo(2);
    }

    private static GapEstimated estimated(int number, boolean waits, int dayOfMonth) {
        return new GapEstimated(
                MeterMonthId.of(ENTRY, PERIOD),
                number,
                RULE,
                EstimateMethod.STATED,
                List.of(figure(dayOfMonth)),
                new EstimateBasis(0, Energy.ZERO, List.of()),
                new EstimateWeight(Energy.ofKwh(100), Energy.ofKwh(waits ? 99 : 100)),
                "meter out",
                ANNA);
    }

    private static EstimatedQuantity figure(int dayOfMonth) {
        return new EstimatedQuantity(GAS_DAY.start(PERIOD.firstDay().plusDays(dayOfMonth - 1)), Energy.ofKwh(100), 1);
    }

    @Test
    void leavesOutAMonthThatIsNotFrozenInTheAttemptInForce() {
        declared(1);
        recorded(ENTRY, 1_000);
        frozen(ENTRY, 1, 0);
        invalidated(2);

        assertThat(EventTotalFold.of(log, CLOSE).areas().getFirst().receipts()).isEqualTo(Energy.ZERO);
    }

    @Test
    void countsTheLinesOfTheAttemptInForceAndALaterValuationInsteadOfAnEarlierOne() {
        declared(1);
        valued(1, 500);
        invalidated(2);
        valued(2, 700);
        valued(2, 800);

        EventTotals totals = EventTotalFold.of(log, CLOSE);
        assertThat(totals.attempt()).isEqualTo(2);
        EventTotals.ShipperTotal nord = totals.shippers().getFirst();
        assertThat(nord.receipts()).isEqualTo(Energy.ofKwh(800));
        assertThat(nord.purchases()).isEqualTo(Energy.ofKwh(800).at(price()));
        assertThat(totals.throughPosition()).isEqualTo(log.head());
    }

    private void declared(int attempt) {
        log.write(CLOSE, new CutoffDeclared(CLOSE, NETWORK, attempt, ANNA));
        rosters(attempt);
    }

    private void invalidated(int attempt) {
        log.write(CLOSE, new ResultsInvalidated(CLOSE, NETWORK, attempt, "restarted", List.of(), 0, ANNA));
        rosters(attempt);
    }

    private void rosters(int attempt) {
        log.write(CLOSE, new RosterAdded(CLOSE, attempt, ACCOUNTS, List.of(new RosterArea(AREA, List.of(CONTRACT)))));
        log.write(
                CLOSE,
                new ContractsComplete(
                        CLOSE, attempt, ACCOUNTS, List.of(new ShipperContracts(NORD, List.of(CONTRACT))), List.of()));
        List<RosterPoint> points = List.of(
                new RosterPoint(ENTRY, PointRole.FLOW, RULE),
                new RosterPoint(STORE, PointRole.STORAGE, RULE),
                new RosterPoint(PIPES, PointRole.LINEPACK, RULE),
                new RosterPoint(FLARE, PointRole.FUEL, RULE));
        log.write(
                AREA,
                new AreaRosterPinned(AREA, CLOSE, attempt, points, List.of(CONTRACT), Tolerance.standard(PERIOD)));
    }

    private void recorded(PointId point, long signed) {
        Energy energy = Energy.ofKwh(signed);
        Quantity quantity = new Quantity(GAS_DAY.start(DAY), energy.abs(), Direction.of(energy), "GOOD", 1, "raw");
        Sha256 file = Sha256.of("file");
        log.write(
                MeterMonthId.of(point, PERIOD),
                new QuantitiesRecorded(
                        MeterMonthId.of(point, PERIOD),
                        DAY,
                        RULE,
                        List.of(new RecordedQuantity(quantity, 1, null)),
                        new Source(new ImportId("import-1"), file, "file"),
                        ANNA));
    }

    private void frozen(PointId point, int attempt, long throughSequence) {
        log.write(
                MeterMonthId.of(point, PERIOD),
                new MeterMonthFrozen(
                        MeterMonthId.of(point, PERIOD),
                        CLOSE,
                        attempt,
                        AREA,
                        0,
                        1,
                        throughSequence,
                        Sha256.of("content"),
                        1,
                        List.of(),
                        List.of(ANNA)));
    }

    private void valued(int attempt, long kwh) {
        Energy energy = Energy.ofKwh(kwh);
        ValuedLine line = new ValuedLine(
                DAY, Direction.RECEIPT, energy, energy.mmbtu(), price(), DAY.date(), null, energy.at(price()));
        StatementId statement = StatementId.of(NORD, PERIOD);
        log.write(
                statement,
                new VolumesValued(
                        statement,
                        CLOSE,
                        attempt,
                        AllocationRunId.of(ENTRY, PERIOD, attempt),
                        CONTRACT,
                        ENTRY,
                        SERIES,
                        1,
                        List.of(line)));
    }

    private static Price price() {
        return new Price(new BigDecimal("2.25"), Money.zero("USD").currency());
    }

    /** Facts in the order they were written; the real log is folded in the whole close of the processes' tests. */
    private static final class Written implements EventReader {
        private final List<StoredEvent> events = new ArrayList<>();

        void write(Object stream, Event event) {
            long position = head() + 1;
            long sequence = stream(stream.toString()).size();
            events.add(new StoredEvent(
                    position,
                    new UUID(0, position),
                    stream.toString(),
                    "",
                    sequence,
                    Instant.EPOCH,
                    "",
                    "1",
                    new byte[0],
                    Map.of(),
                    event));
        }

        @Override
        public List<StoredEvent> stream(String stream) {
            return events.stream().filter(e -> e.stream().equals(stream)).toList();
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
            return events.stream()
                    .filter(e -> e.position() > position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<StoredEvent> at(long position) {
            return events.stream().filter(e -> e.position() == position).findFirst();
        }

        @Override
        public long head() {
            return events.size();
        }
    }
}
