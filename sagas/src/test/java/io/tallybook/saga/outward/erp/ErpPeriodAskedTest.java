package io.tallybook.saga.outward.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.journal.HeldDocument;
import io.tallybook.saga.Example;
import io.tallybook.saga.outward.erp.FaultyErp.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErpPeriodAskedTest {
    @Test
    void saysWhatTheErpAnswersAndNothingWhereItAnswersNothingClear() throws Exception {
        try (FaultyErp erp = new FaultyErp(600)) {
            ErpPeriodAsked asked = asked(erp);

            assertThat(asked.ask(Example.GROUP, Example.PERIOD)).contains(ErpPeriodState.OPEN);
            erp.period(false);
            assertThat(asked.ask(Example.GROUP, Example.PERIOD)).contains(ErpPeriodState.CLOSED);
            erp.gets(Fault.FAULT_BEFORE, Fault.GARBAGE_AFTER, Fault.SLOW_AFTER);
            for (int fault = 0; fault < 3; fault++) {
                assertThat(asked.ask(Example.GROUP, Example.PERIOD)).isEmpty();
            }
        }
    }

    @Test
    void asksNobodyForAGroupWhoseJournalsGoByFile() throws Exception {
        try (FaultyErp erp = new FaultyErp(600)) {
            ErpPeriodAsked asked = asked(erp);
            CloseGroup other = new CloseGroup("by-file");

            assertThat(asked.isAsked(Example.GROUP)).isTrue();
            assertThat(asked.isAsked(other)).isFalse();
            assertThat(asked.ask(other, Example.PERIOD)).isEmpty();
            assertThat(erp.requests()).isEmpty();
        }
    }

    private static ErpPeriodAsked asked(FaultyErp erp) {
        ErpSettings.ErpSystem system = new ErpSettings.ErpSystem(
                "sap", List.of(Example.GROUP.value()), URI.create(erp.address()), null, Duration.ofMillis(300));
        ErpSettings settings =
                new ErpSettings(List.of(system), Duration.ofMillis(50), Duration.ofMinutes(1), Duration.ofMillis(50));
        return new ErpPeriodAsked(new Erps(settings, new NoBooks()));
    }

    /** No file drop is asked here. */
    private static final class NoBooks implements ErpBooks {
        @Override
        public String name() {
            return "files";
        }

        @Override
        public List<HeldDocument> held(CloseId close) {
            throw new AssertionError("no books are asked for");
        }
    }
}
