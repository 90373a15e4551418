package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.UserId;
import io.tallybook.messages.contract.ContractEvent.ContractAmended;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.journal.Comparison;
import io.tallybook.messages.journal.KeyCompared;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.price.PriceSeriesEvent.PricesRecorded;
import io.tallybook.messages.price.PriceSeriesEvent.RecordedPrice;
import io.tallybook.messages.price.PriceStatus;
import io.tallybook.query.adjustment.AdjustmentPackageView;
import io.tallybook.query.adjustment.AdjustmentQueries;
import io.tallybook.query.adjustment.AdjustmentView;
import io.tallybook.query.audit.AuditEntry;
import io.tallybook.query.audit.AuditFilter;
import io.tallybook.query.audit.AuditQueries;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.deadletter.DeadLetterCount;
import io.tallybook.query.deadletter.DeadLetterFilter;
import io.tallybook.query.deadletter.DeadLetterQueries;
import io.tallybook.query.deadletter.DeadLetterStatus;
import io.tallybook.query.deadletter.DeadLetterView;
import io.tallybook.query.intake.ImportQueries;
import io.tallybook.query.intake.ImportView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalState;
import io.tallybook.query.journal.JournalView;
import io.tallybook.query.journal.KeyState;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.journal.PostingsView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import io.tallybook.query.price.PriceQueries;
import io.tallybook.query.price.PriceView;
import io.tallybook.query.price.SeriesView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists people work through: imports, dead letters, adjustments, prices, contracts, the log. Long, for they share their sample. */
class ListsTest extends ViewsTest {
    @Autowired
    DeadLetterQueries deadLetters;

    @Autowired
    ImportQueries imports;

    @Autowired
    AdjustmentQueries adjustments;

    @Autowired
    PriceQueries prices;

    @Autowired
    ContractQueries contracts;

    @Autowired
    NetworkQueries networks;

    @Autowired
    JournalQueries journals;

    @Autowired
    AuditQueries audit;

    @Test
    void listsDeadLettersNewestFirstByStatusMonthAndImport() {
        Sample sample = sample().system();
        sample.rejected(sample.city);
        int open = open();
        sample.settled(sample.city);
        seen();
        assertThat(deadLetters.open()).isEqualTo(open - 2);
        assertThat(deadLetters.openSince(Sample.month(sample.city)))
                .contains(deadLetters
                        .deadLetters(DeadLetterFilter.blocking(Sample.month(sample.city)), PageRequest.first())
                        .rows()
                        .getFirst()
                        .receivedAt());
        assertThat(deadLetters.openSince(new MeterMonthId("nowhere/2024-10"))).isEmpty();
        assertThat(deadLetters
                        .deadLetters(DeadLetterFilter.ofImport(sample.first.importId()), PageRequest.first())
                        .rows())
                .extracting(DeadLetterView::status)
                .containsExactly(DeadLetterStatus.OPEN, DeadLetterStatus.EXCLUDED, DeadLetterStatus.REPLACED);
        assertThat(deadLetters
                        .deadLetters(DeadLetterFilter.blocking(Sample.month(sample.city)), PageRequest.first())
                        .rows())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.category()).isEqualTo("BAD_TIME");
                    assertThat(letter.raw()).isEqualTo("raw 3");
                });
        assertThat(deadLetters.counts(DeadLetterFilter.ofImport(sample.first.importId())))
                .containsExactly(
                        new DeadLetterCount("BAD_NUMBER", DeadLetterStatus.EXCLUDED, 1),
                        new DeadLetterCount("BAD_NUMBER", DeadLetterStatus.REPLACED, 1),
                        new DeadLetterCount("BAD_TIME", DeadLetterStatus.OPEN, 1));
        assertThat(deadLetters.deadLetter(sample.letter(1)).orElseThrow().replacement())
                .isEqualTo(sample.second);
        ImportView view = imports.find(sample.first.importId()).orElseThrow();
        assertThat(view.rejected()).isEqualTo(3);
        assertThat(view.counts()).isEqualTo(new ImportCounts(96, 90, 1, 0, 0, 1, 1, 3));
    }

    private int open() {
        seen();
        return deadLetters.open();
    }

    @Test
    void pagesWithoutLossOrRepeatWhileRowsAreAdded() {
        Sample sample = sample().system();
        sample.rejected(sample.city);
        seen();
        DeadLetterFilter filter = DeadLetterFilter.ofImport(sample.first.importId());
        Page<DeadLetterView> first = deadLetters.deadLetters(filter, new PageRequest(2, null));
        sample.tells(
                new DeadLetterId("late/" + sample.network.value()),
                new DeadLetterReceived(
                        new DeadLetterId("late/" + sample.network.value()),
                        sample.first,
                        9,
                        "BAD_TIME",
                        "no time",
                        "raw 9",
                        null,
                        null,
                        Sample.ANN));
        seen();
        Page<DeadLetterView> second = deadLetters.deadLetters(filter, new PageRequest(2, first.next()));
        assertThat(first.rows()).extracting(DeadLetterView::line).containsExactly(3, 2);
        assertThat(second.rows()).extracting(DeadLetterView::line).containsExactly(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void refusesACursorThatIsNotOurs() {
        assertThatThrownBy(() -> deadLetters.deadLetters(DeadLetterFilter.ALL, new PageRequest(2, "nonsense!")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void groupsAdjustmentsIntoOnePackagePerImport() {
        Sample sample = sample().system();
        sample.adjusted(sample.city, new GasDay("2024-10-07"), -900, -910)
                .adjusted(sample.north, new GasDay("2024-10-07"), 1_000, -5)
                .adjusted(sample.city, new GasDay("2024-10-01"), -900, -890);
        seen();
        AdjustmentPackageView found =
                adjustments.adjustmentPackage(sample.second.importId()).orElseThrow();
        assertThat(found.adjustments()).isEqualTo(3);
        assertThat(found.days()).isEqualTo(2);
        assertThat(found.difference()).isEqualTo(Energy.ofKwh(-1_005));
        Page<AdjustmentView> first = adjustments.adjustments(sample.second.importId(), new PageRequest(2, null));
        Page<AdjustmentView> second =
                adjustments.adjustments(sample.second.importId(), new PageRequest(2, first.next()));
        assertThat(first.rows()).extracting(AdjustmentView::point).containsExactly(sample.city, sample.city);
        assertThat(second.rows())
                .singleElement()
                .satisfies(a -> assertThat(a.reversed()).isTrue());
        assertThat(adjustments.packages(PageRequest.first()).rows()).contains(found);
    }

    @Test
    void keepsEveryVersionOfAPriceAndAWithdrawalAsOne() {
        Sample sample = sample().system();
        LocalDate day = LocalDate.parse("2024-10-04");
        sample.tells(
                sample.hub,
                new PricesRecorded(
                        sample.hub,
                        List.of(new RecordedPrice(day, null, PriceStatus.FINAL, 2, 1, "withdrawn")),
                        sample.second,
                        Sample.ANN));
        seen();
        assertThat(prices.versions(sample.hub, day))
                .extracting(PriceView::price)
                .containsExactly(Sample.PRICE, null);
        List<PriceView> latest = prices.prices(sample.hub, day, day.plusDays(3));
        assertThat(latest).extracting(PriceView::day).containsExactly(day, day.plusDays(3));
        assertThat(latest.getFirst().price()).isNull();
        SeriesView series = prices.series(sample.hub).orElseThrow();
        assertThat(series.days()).isEqualTo(23);
        assertThat(series.last()).isEqualTo("2024-10-31");
    }

    @Test
    void showsContractsWithTheTermsInForce() {
        Sample sample = sample().system();
        ContractTerms later = new ContractTerms(
                new AccountingPeriod("2024-11"), sample.shares("0.5"), sample.hub, NonPriceDayRule.NONE, 0, "USD");
        sample.tells(sample.alphaContract, new ContractAmended(sample.alphaContract, later, 2, Sample.BEN));
        seen();
        ContractView contract = contracts.contract(sample.alphaContract).orElseThrow();
        assertThat(contract.shipperName()).isEqualTo("Alpha Gas");
        assertThat(contract.terms(Sample.OCTOBER).orElseThrow().terms()).isEqualTo(sample.terms("0.6"));
        assertThat(contract.terms(Sample.OCTOBER.next()).orElseThrow().terms()).isEqualTo(later);
        assertThat(contract.sequence()).isEqualTo(1);
        assertThat(contracts.contracts(sample.network)).hasSize(2);
        assertThat(networks.points(sample.area)).extracting(PointView::name).contains("North entry");
        assertThat(networks.area(sample.area).orElseThrow().tolerance(Sample.OCTOBER))
                .isEqualTo(Sample.TOLERANCE);
        assertThat(networks.network(sample.group).orElseThrow().areas()).containsExactly(sample.area);
        assertThat(journals.accounts(sample.accounts))
                .singleElement()
                .satisfies(map -> assertThat(map.map()).isEqualTo(Sample.map()));
    }

    @Test
    void showsAJournalWithItsLinesAndTheErpsNumber() {
        Sample sample = sample().wholeMonth();
        seen();
        JournalView journal = journals.ofClose(sample.close).orElseThrow();
        assertThat(journal.state()).isEqualTo(JournalState.POSTED);
        assertThat(journal.lines()).hasSize(2);
        assertThat(journal.debits()).isEqualTo(journal.credits());
        assertThat(journal.documentNumber()).isEqualTo("DOC-1");
        assertThat(journals.journals(PageRequest.first()).rows()).contains(journal);
    }

    @Test
    void showsEveryKeyTheErpWasGivenAndTheLastComparisonOfBothBooks() {
        Sample sample = sample().wholeMonth();
        seen();
        PostingsView postings = journals.postings(sample.close);
        assertThat(List.of(postings.sent(), postings.acknowledged(), postings.rejected(), postings.missing()))
                .containsExactly(2, 1, 1, 0);
        PostingView refused = postings.postings().getFirst();
        assertThat(refused.state()).isEqualTo(KeyState.REJECTED);
        assertThat(refused.refused()).containsExactly(new RefusedLine(1, "account 5000 is closed"));
        PostingView posted = postings.postings().getLast();
        assertThat(posted.state()).isEqualTo(KeyState.ACKNOWLEDGED);
        assertThat(posted.documentNumber()).isEqualTo("DOC-1");
        assertThat(posted.sentence()).isNull();
        assertThat(posted.debits()).isEqualTo(postings.debits());
        assertThat(postings.reconciliation()).isNotNull().satisfies(compared -> {
            assertThat(compared.agrees()).isTrue();
            assertThat(compared.keys())
                    .extracting(KeyCompared::comparison)
                    .containsExactly(Comparison.NOT_BOOKED, Comparison.AGREES);
        });
    }

    @Test
    void readsTheLogByStreamTypeUserAndTime() {
        Sample sample = sample().system();
        seen();
        List<AuditEntry> stream = audit.events(AuditFilter.ofStream(sample.hub.toString()), PageRequest.first())
                .rows();
        assertThat(stream)
                .extracting(AuditEntry::type)
                .containsExactly("price.prices-recorded", "price.price-series-established");
        assertThat(stream.getFirst().user()).isEqualTo(new UserId("ann"));
        assertThat(audit.event(stream.getFirst().position())).hasValueSatisfying(event -> {
            assertThat(event.entry()).isEqualTo(stream.getFirst());
            assertThat(event.metadata()).containsEntry("user", "ann");
            assertThat(event.payload()).startsWith("{\"series\"");
        });
        AuditFilter byUser = new AuditFilter(
                sample.hub.toString(), "price.prices-recorded", new UserId("ann"), Instant.EPOCH, null, null, null);
        assertThat(audit.events(byUser, PageRequest.first()).rows()).hasSize(1);
        AuditFilter nobody = new AuditFilter(sample.hub.toString(), null, new UserId("eva"), null, null, null, null);
        assertThat(audit.events(nobody, PageRequest.first()).rows()).isEmpty();
        assertThat(audit.types()).contains("metering.quantities-recorded");
    }

    @Test
    void readsTheLogBetweenTwoTimesAndBetweenTwoPositions() {
        Sample sample = sample().system();
        seen();
        String hub = sample.hub.toString();
        AuditEntry last = audit.events(AuditFilter.ofStream(hub), PageRequest.first())
                .rows()
                .getFirst();
        Instant then = last.time();

        assertThat(positions(new AuditFilter(hub, null, null, then, then.plusMillis(1), null, null)))
                .contains(last.position());
        assertThat(positions(new AuditFilter(hub, null, null, null, then, null, null)))
                .doesNotContain(last.position());
        assertThat(positions(new AuditFilter(hub, null, null, then.plusMillis(1), null, null, null)))
                .isEmpty();
        assertThat(positions(new AuditFilter(null, null, null, null, null, last.position(), last.position() + 1)))
                .containsExactly(last.position());
        assertThat(positions(new AuditFilter(hub, null, null, null, null, null, last.position())))
                .isNotEmpty()
                .doesNotContain(last.position());
    }

    private List<Long> positions(AuditFilter filter) {
        return audit.events(filter, PageRequest.first()).rows().stream()
                .map(AuditEntry::position)
                .toList();
    }
}
