package io.tallybook.report.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Energy;
import io.tallybook.report.SampleMonth;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.tieout.TieOutLine.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class TieOutTest {
    private static final CloseMonth MONTH = SampleMonth.of(5);

    @Test
    void tiesReportJournalAndLogInEveryFigure() {
        assertThat(TieOut.of(MONTH)).hasSize(25).allMatch(TieOutLine::ties);
        assertThatCode(() -> TieOut.require(MONTH)).doesNotThrowAnyException();
    }

    @Test
    void tiesWhatWasCashedOutOfTheMonthAndOfTheShipper() {
        List<TieOutLine> lines = TieOut.of(SampleMonth.cashedOut(5));
        assertThat(lines).hasSize(25 + 2 * 4).allMatch(TieOutLine::ties);
        assertThat(lines)
                .filteredOn(l -> l.figure() == Figure.UNDER_SUPPLY_PAID)
                .hasSize(2);
    }

    @Test
    void isOutWhenTheLogHoldsOneKilowattHourMore() {
        CloseMonth month = with(oneMore(MONTH.events()));
        List<TieOutLine> out = TieOut.of(month).stream().filter(l -> !l.ties()).toList();
        assertThat(out)
                .extracting(TieOutLine::figure)
                .containsExactly(Figure.RECEIPTS, Figure.UNACCOUNTED, Figure.ALLOCATED_RECEIPTS);
        assertThat(out).allMatch(l -> l.status().equals("OUT"));
        assertThatThrownBy(() -> TieOut.require(month)).hasMessageContaining("out in 3 figures, first dk, Receipts");
    }

    @Test
    void isOutWhenTheLogKnowsOfAnEstimateTheReportDoesNotShow() {
        EventFigures.Area area = MONTH.events().areas().getFirst();
        EventFigures.Area estimated =
                EventFigures.Area.of(area.area(), MONTH.areas().getFirst().month(), 2);
        EventFigures events = new EventFigures(
                MONTH.events().throughPosition(),
                List.of(estimated),
                MONTH.events().shippers(),
                MONTH.events().journal());
        assertThat(TieOut.of(with(events)).stream().filter(l -> !l.ties()).map(TieOutLine::figure))
                .containsExactly(Figure.ESTIMATED_INTERVALS);
    }

    private static EventFigures oneMore(EventFigures events) {
        EventFigures.Area area = events.areas().getFirst();
        EventFigures.Area more = new EventFigures.Area(
                area.area(),
                area.receipts().plus(Energy.ofKwh(1)),
                area.deliveries(),
                area.fuel(),
                area.storageChange(),
                0);
        return new EventFigures(events.throughPosition(), List.of(more), events.shippers(), events.journal());
    }

    private static CloseMonth with(EventFigures events) {
        return new CloseMonth(
                MONTH.head(),
                MONTH.steps(),
                MONTH.approvals(),
                MONTH.contributors(),
                MONTH.areas(),
                MONTH.contracts(),
                MONTH.statements(),
                MONTH.journal(),
                MONTH.explanations(),
                MONTH.exclusions(),
                MONTH.decisions(),
                events);
    }
}
