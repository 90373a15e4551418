package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.query.close.Blocker;
import io.tallybook.query.close.BlockerKind;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.metering.DayTotalView;
import io.tallybook.query.metering.EstimateState;
import io.tallybook.query.metering.EstimateView;
import io.tallybook.query.metering.EstimatedIntervalView;
import io.tallybook.query.metering.MeterMonthView;
import io.tallybook.query.metering.MeteringQueries;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands by an estimate, and what has become of it. */
class EstimatedTest extends ViewsTest {
    private static final AccountingPeriod OCTOBER = Sample.OCTOBER;

    @Autowired
    MeteringQueries metering;

    @Autowired
    CloseQueries closes;

    @Test
    void aStandingEstimateCountsInItsDaysAndItsMonthAndIsMarked() {
        Estimated north = north().recorded(1, 100, 1, null).gap(1, 200, 2, 3);
        seen();
        MeterMonthView month = metering.month(north.month()).orElseThrow();
        assertThat(month.recorded()).isEqualTo(3);
        assertThat(month.estimated()).isEqualTo(2);
        assertThat(month.estimatesWaiting()).isZero();
        assertThat(month.receipt()).isEqualTo(Energy.ofKwh(300));
        assertThat(month.missing()).isEqualTo(28);
        assertThat(metering.missing(north.month(), 3_000))
                .hasSize(28)
                .doesNotContain(Sample.GAS_DAY.start(north.day(2)));
        DayTotalView second = metering.days(north.month()).get(1);
        assertThat(second.estimated()).isEqualTo(1);
        assertThat(second.recorded()).isEqualTo(1);
        assertThat(second.versions()).isZero();
        assertThat(second.total().receipt()).isEqualTo(Energy.ofKwh(100));
        assertThat(metering.standingEstimates(north.sample().network, OCTOBER))
                .extracting(EstimatedIntervalView::start)
                .containsExactly(Sample.GAS_DAY.start(north.day(2)), Sample.GAS_DAY.start(north.day(3)));
    }

    @Test
    void aWaitingOneCountsOnceAcceptedAndBlocksTheCloseBefore() {
        Estimated north = north().gap(1, 300, 2, 3);
        seen();
        assertThat(metering.month(north.month()).orElseThrow().recorded()).isZero();
        assertThat(metering.month(north.month()).orElseThrow().estimatesWaiting())
                .isEqualTo(1);
        assertThat(blockers(north))
                .anyMatch(each -> each.kind() == BlockerKind.ESTIMATE_NOT_ACCEPTED
                        && each.sentence().equals("1 material estimate waits for an approver who did not make it."));
        assertThat(metering.missing(north.month(), 3_000)).hasSize(31);

        north.accepted(1, 2, 3);
        seen();
        MeterMonthView month = metering.month(north.month()).orElseThrow();
        assertThat(month.recorded()).isEqualTo(2);
        assertThat(month.receipt()).isEqualTo(Energy.ofKwh(200));
        assertThat(blockers(north)).noneMatch(each -> each.kind() == BlockerKind.ESTIMATE_NOT_ACCEPTED);
        EstimateView estimate = metering.estimates(north.month()).getFirst();
        assertThat(estimate.state()).isEqualTo(EstimateState.STANDING);
        assertThat(estimate.decidedBy()).isEqualTo(Estimated.CAROL);
        assertThat(estimate.by()).isEqualTo(Estimated.MARA);
    }

    @Test
    void theActualReadingCountsOnceAndTheEstimateIsSuperseded() {
        Estimated north =
                north().gap(1, 200, 2, 3).recorded(2, 130, 2, Energy.ofKwh(100)).superseded(1, 2, 130);
        seen();
        MeterMonthView month = metering.month(north.month()).orElseThrow();
        assertThat(month.recorded()).isEqualTo(2);
        assertThat(month.estimated()).isEqualTo(1);
        assertThat(month.receipt()).isEqualTo(Energy.ofKwh(230));
        EstimatedIntervalView gone =
                metering.estimatedIntervals(north.month().point(), north.day(2)).getFirst();
        assertThat(gone.state()).isEqualTo(EstimateState.SUPERSEDED);
        assertThat(gone.actual()).isEqualTo(Energy.ofKwh(130));
        assertThat(metering.estimates(north.month()).getFirst().remaining()).isEqualTo(1);

        north.recorded(3, 90, 2, Energy.ofKwh(100)).superseded(1, 3, 90);
        seen();
        assertThat(metering.estimates(north.month()).getFirst().state()).isEqualTo(EstimateState.SUPERSEDED);
        assertThat(metering.month(north.month()).orElseThrow().estimated()).isZero();
    }

    @Test
    void withdrawnItsDaysAreShortAgain() {
        Estimated north = north().gap(1, 200, 2, 3).withdrawn(1, true, 2, 3);
        seen();
        MeterMonthView month = metering.month(north.month()).orElseThrow();
        assertThat(month.recorded()).isZero();
        assertThat(month.receipt()).isEqualTo(Energy.ZERO);
        EstimateView estimate = metering.estimates(north.month()).getFirst();
        assertThat(estimate.state()).isEqualTo(EstimateState.WITHDRAWN);
        assertThat(estimate.withdrawnBecause()).isEqualTo("better known");
        assertThat(metering.missing(north.month(), 3_000)).hasSize(31);
    }

    @Test
    void aWaitingOneWithdrawnNeverCounted() {
        Estimated north = north().gap(1, 300, 2, 3).withdrawn(1, false, 2, 3);
        seen();
        assertThat(metering.month(north.month()).orElseThrow().recorded()).isZero();
        assertThat(metering.month(north.month()).orElseThrow().receipt()).isEqualTo(Energy.ZERO);
    }

    private Estimated north() {
        Sample sample = sample().system().opened();
        return Estimated.of(sample, sample.north, OCTOBER);
    }

    private java.util.List<Blocker> blockers(Estimated of) {
        return closes.overview(of.sample().close, Instant.parse("2024-11-01T22:59:59Z"))
                .orElseThrow()
                .blockers();
    }
}
