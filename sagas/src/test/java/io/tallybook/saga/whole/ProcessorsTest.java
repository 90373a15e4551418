package io.tallybook.saga.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.close.NewsRelay;
import io.tallybook.migrations.TestDatabase;
import io.tallybook.saga.area.AreaClose;
import io.tallybook.saga.monthend.MonthEndClose;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void runsEveryProcessAndRelayWithoutEverSkippingOrReplaying() {
        try (House house = House.open(TestDatabase.fresh(), directory)) {
            var processing = house.processing();

            assertThat(processing.eventProcessors().keySet())
                    .containsExactlyInAnyOrder(
                            "process-month-end-close",
                            "process-area-close",
                            "process-close-timetable",
                            "process-reopened-close",
                            "relay-contract-terms",
                            "relay-accruals",
                            "relay-valuation",
                            "relay-outdated-pins",
                            "relay-area-figures",
                            "relay-variances",
                            "relay-prior-period-adjustments",
                            "relay-adjustments",
                            "relay-dead-letters",
                            "relay-workpapers",
                            "relay-changes",
                            "relay-erp-drop",
                            "relay-pack-issue");
            assertThat(processing.sagaProcessingGroup(MonthEndClose.class)).isEqualTo("process-month-end-close");
            assertThat(processing.sagaProcessingGroup(AreaClose.class)).isEqualTo("process-area-close");
            assertThat(processing.eventProcessors().values()).allSatisfy(processor -> {
                assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
                assertThat(((StreamingEventProcessor) processor).supportsReset())
                        .isFalse();
                assertThat(((StreamingEventProcessor) processor).isReplaying()).isFalse();
            });
            assertThat(List.of(
                            "relay-valuation",
                            "relay-outdated-pins",
                            "relay-variances",
                            "relay-prior-period-adjustments",
                            "relay-dead-letters"))
                    .as("who says that there is no more news has one segment")
                    .hasSameSizeAs(NewsRelay.values())
                    .allSatisfy(relay -> assertThat(segments(processing, relay)).hasSize(1));
            assertThat(processing.eventProcessors().values())
                    .extracting(EventProcessor::getName)
                    .allSatisfy(name -> assertThat(processing.listenerInvocationErrorHandler(name))
                            .isInstanceOf(PropagatingErrorHandler.class));
        }
    }

    private static Set<Integer> segments(EventProcessingConfiguration processing, String relay) {
        StreamingEventProcessor processor =
                processing.eventProcessor(relay, StreamingEventProcessor.class).orElseThrow();
        long end = System.nanoTime() + House.PATIENCE.toNanos();
        while (processor.processingStatus().isEmpty() && System.nanoTime() < end) {
            House.pause(); // it is about to claim them
        }
        return processor.processingStatus().keySet();
    }
}
