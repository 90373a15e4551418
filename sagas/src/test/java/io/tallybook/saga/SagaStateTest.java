package io.tallybook.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthEvent.MeterMonthFrozen;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.network.AreaEvent.AreaRosterPinned;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.saga.area.AreaClose;
import io.tallybook.saga.monthend.MonthEndClose;
import io.tallybook.saga.orders.RecordingDoor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A saga row is at most 4 KiB, also at the largest network, and comes back from its row as it was (DESIGN.md). */
class SagaStateTest {
    private static final int LARGEST_ROW_BYTES = 4096;
    private static final String LONGEST = "x".repeat(64);
    private static final CloseId CLOSE = CloseId.of(new CloseGroup(LONGEST), Example.PERIOD);
    private static final AreaId AREA = new AreaId(LONGEST);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InMemorySagaStore store = new InMemorySagaStore();
    private final RecordingDoor door = new RecordingDoor();

    @Test
    void keepsAnAreaOf256PointsWithin4KiB() throws Exception {
        AnnotatedSagaManager<AreaClose> process = manager(AreaClose.class);
        tell(process, roster());
        for (int i = 0; i < 256; i++) {
            tell(process, frozen(i));
        }

        AreaClose kept = kept(AreaClose.class, "closeId");
        byte[] row = JSON.writeValueAsBytes(kept);

        assertThat(row.length).isLessThanOrEqualTo(LARGEST_ROW_BYTES);
        assertThat(new String(row, StandardCharsets.UTF_8)).contains("\"points\":256", "\"step\":\"BALANCE\"");
        assertThat(JSON.readValue(row, AreaClose.class))
                .usingRecursiveComparison()
                .isEqualTo(kept);
    }

    @Test
    void keepsAMonthEndWithin4KiB() throws Exception {
        AnnotatedSagaManager<MonthEndClose> process = manager(MonthEndClose.class);
        tell(
                process,
                new PeriodOpened(
                        CLOSE.group(),
                        Example.NETWORK,
                        Example.PERIOD,
                        Example.GAS_DAY.zone(),
                        RecordingDoor.NOW,
                        false,
                        null,
                        Example.ANNA,
                        null));
        tell(process, new CutoffDeclared(CLOSE, Example.NETWORK, 999_999, Example.ANNA));

        MonthEndClose kept = kept(MonthEndClose.class, "closeId");
        byte[] row = JSON.writeValueAsBytes(kept);

        assertThat(row.length).isLessThanOrEqualTo(LARGEST_ROW_BYTES);
        assertThat(JSON.readValue(row, MonthEndClose.class))
                .usingRecursiveComparison()
                .isEqualTo(kept);
    }

    private <T> AnnotatedSagaManager<T> manager(Class<T> type) {
        var parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(door.orders())));
        var repository = AnnotatedSagaRepository.<T>builder()
                .sagaType(type)
                .sagaStore(store)
                .parameterResolverFactory(parameters)
                .build();
        return AnnotatedSagaManager.<T>builder()
                .sagaType(type)
                .sagaRepository(repository)
                .parameterResolverFactory(parameters)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    private static void tell(AnnotatedSagaManager<?> process, Object event) throws Exception {
        var message = GenericEventMessage.asEventMessage(event);
        DefaultUnitOfWork.startAndGet(message)
                .executeWithResult(() -> {
                    process.handle(message, Segment.ROOT_SEGMENT);
                    return "told";
                })
                .getPayload();
    }

    private <T> T kept(Class<T> type, String association) {
        String id = store.findSagas(type, new AssociationValue(association, CLOSE.toString()))
                .iterator()
                .next();
        return store.loadSaga(type, id).saga();
    }

    private static AreaRosterPinned roster() {
        List<RosterPoint> points = IntStream.range(0, 256)
                .mapToObj(i -> new RosterPoint(new PointId("point-" + i), PointRole.FLOW, Example.RULE))
                .toList();
        return new AreaRosterPinned(AREA, CLOSE, 1, points, List.of(), Tolerance.standard(Example.PERIOD));
    }

    private static MeterMonthFrozen frozen(int index) {
        return new MeterMonthFrozen(
                MeterMonthId.of(new PointId("point-" + index), Example.PERIOD),
                CLOSE,
                1,
                AREA,
                index,
                1,
                31,
                Example.HASH,
                31,
                List.of(),
                List.of());
    }
}
