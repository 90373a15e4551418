package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.change.SheetRows;
import io.tallybook.messages.close.CloseCalendarEvent.CloseTermsSet;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.query.change.ChangeQueries;
import io.tallybook.query.change.ChangeState;
import io.tallybook.query.change.ChangeView;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.close.CloseQueries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangesTest extends ViewsTest {
    @Autowired
    ChangeQueries changes;

    @Autowired
    CloseQueries closes;

    @Test
    void showsWhereAChangeStandsAndWhatARuleRefusedOfIt() {
        SampleChange sample = new SampleChange(new Told(store), "shown").proposed();
        seen();
        int waiting = changes.waiting();
        assertThat(find(sample.change).state()).isEqualTo(ChangeState.PROPOSED);
        assertThat(find(sample.change).rows()).containsExactly(new SheetRows("POINTS", 2));
        assertThat(changes.changes(ChangeState.PROPOSED, PageRequest.longest()).rows())
                .extracting(ChangeView::change)
                .contains(sample.change);

        sample.approved();
        seen();
        assertThat(find(sample.change).state()).isEqualTo(ChangeState.APPROVED);
        assertThat(find(sample.change).decidedBy()).isEqualTo(SampleChange.BOB);
        assertThat(changes.waiting()).isEqualTo(waiting - 1);

        sample.completed();
        seen();
        assertThat(find(sample.change).state()).isEqualTo(ChangeState.PARTLY_REFUSED);
        assertThat(find(sample.change).taken()).isEqualTo(1);
        assertThat(find(sample.change).named()).containsExactly(SampleChange.REFUSED);
    }

    @Test
    void showsAReasonedNo() {
        SampleChange sample =
                new SampleChange(new Told(store), "rejected").proposed().rejected();
        seen();

        assertThat(find(sample.change).state()).isEqualTo(ChangeState.REJECTED);
        assertThat(find(sample.change).decision()).isEqualTo("the wrong zone");
    }

    @Test
    void aCalendarShowsWhatItsBooksBeganWithAndItsHolidays() {
        Sample sample = sample().opened();
        seen();

        CalendarView calendar = closes.calendars().stream()
                .filter(each -> each.group().equals(sample.group))
                .findFirst()
                .orElseThrow();
        assertThat(calendar.openImbalances()).isEqualTo(Sample.OPEN_IMBALANCES);
        assertThat(calendar.holidays()).isEqualTo(Sample.HOLIDAYS);
    }

    @Test
    void aCalendarShowsUnderWhichTermsEachPeriodIsClosed() {
        Sample sample = sample().opened();
        CloseTerms later = new CloseTerms(
                new AccountingPeriod("2025-01"), Sample.TERMS.reopenFrom(), Sample.TERMS.chiefFrom(), 5, 10);
        sample.told.by(sample.group, new CloseTermsSet(sample.group, later, Sample.ANN));
        seen();

        CalendarView calendar = closes.calendar(sample.group).orElseThrow();
        assertThat(calendar.terms()).containsExactly(Sample.TERMS, later);
        assertThat(calendar.termsOf(new AccountingPeriod("2024-09"))).isEqualTo(CloseTerms.standard());
        assertThat(calendar.termsOf(new AccountingPeriod("2024-12"))).isEqualTo(Sample.TERMS);
        assertThat(calendar.termsOf(new AccountingPeriod("2025-02"))).isEqualTo(later);
    }

    private ChangeView find(ChangeId change) {
        return changes.change(change).orElseThrow();
    }
}
