package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Energy;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.query.adjustment.PackageDeed;
import io.tallybook.query.adjustment.PackageFilter;
import io.tallybook.query.adjustment.PackageMember;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.adjustment.PackageState;
import io.tallybook.query.adjustment.PackageView;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.JournalView;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Packages of adjustments from the first reading to the booked line. */
class PackagesTest extends ViewsTest {
    @Autowired
    PackageQueries packages;

    @Autowired
    JournalQueries journals;

    @Test
    void namesTheRivalsOfAPendingPackageAndSaysHowOldItIs() {
        SampleAdjustments sample = adjustments("pending").collected();
        seen();

        PackageView found = packages.find(sample.first).orElseThrow();
        assertThat(found.state()).isEqualTo(PackageState.COLLECTING);
        assertThat(found.ageMonths()).isEqualTo(1);
        assertThat(found.quantity()).isEqualTo(Energy.ofKwh(100));
        assertThat(packages.members(sample.first, PageRequest.first()).rows())
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.rival()).isEqualTo(sample.second);
                    assertThat(m.difference()).isEqualTo(Energy.ofKwh(100));
                });
        assertThat(packages.rules(sample.book))
                .singleElement()
                .satisfies(rules -> assertThat(rules.materialAmount()).isEqualByComparingTo("10"));
    }

    @Test
    void showsWhatACalculatedPackageComesToLineByLineAndSummed() {
        SampleAdjustments sample = adjustments("shown").collected().calculated();
        seen();

        PackageView found = packages.find(sample.first).orElseThrow();
        assertThat(found.state()).isEqualTo(PackageState.OFFERED);
        assertThat(found.previewHash()).isEqualTo(SampleAdjustments.PREVIEW);
        assertThat(found.difference()).isEqualTo(SampleAdjustments.difference());
        var line = packages.lines(sample.first, PageRequest.first()).rows().getFirst();
        assertThat(line.amountDifference())
                .isEqualTo(SampleAdjustments.difference().purchases());
        assertThat(packages.effects(sample.first)).singleElement().satisfies(effect -> {
            assertThat(effect.purchases()).isEqualTo(line.amountDifference());
            assertThat(effect.imbalance()).isEqualTo(Energy.ofKwh(100));
        });
    }

    @Test
    void keepsWhoDidWhatAndWhereItWasBooked() {
        SampleAdjustments sample =
                adjustments("booked").collected().calculated().booked();
        seen();

        assertThat(packages.find(sample.first).orElseThrow().state()).isEqualTo(PackageState.BOOKED);
        assertThat(packages.find(sample.second).orElseThrow().state()).isEqualTo(PackageState.REJECTED);
        assertThat(packages.members(sample.second, PageRequest.first()).rows())
                .extracting(PackageMember::rival)
                .containsExactly(sample.first);
        assertThat(packages.deeds(sample.first))
                .extracting(PackageDeed::deed)
                .containsExactly("RAISED", "PREPARED", "HELD_BACK", "OFFERED", "APPROVED", "BOOKED");
        assertThat(packages.journals(sample.first)).singleElement().satisfies(journal -> {
            assertThat(journal.journal()).isEqualTo(sample.journal);
            assertThat(journal.booking()).isEqualTo(Booking.RESTATED);
        });
    }

    @Test
    void saysThatTheErpRefusedItsJournalAndWhyUntilItIsPosted() {
        SampleAdjustments sample =
                adjustments("refused").collected().calculated().booked().refused("account 5910 is not known");
        seen();

        assertThat(packages.find(sample.first).orElseThrow().state()).isEqualTo(PackageState.REFUSED);
        assertThat(packages.journals(sample.first)).singleElement().satisfies(journal -> {
            assertThat(journal.isRefused()).isTrue();
            assertThat(journal.failure()).isEqualTo("account 5910 is not known");
        });
        assertThat(found(new PackageFilter(PackageState.REFUSED, null, null, null)))
                .containsExactly(sample.first.value());
        assertThat(found(new PackageFilter(PackageState.BOOKED, null, null, null)))
                .doesNotContain(sample.first.value());
        assertThat(journals.refused()).extracting(JournalView::journal).contains(sample.journal);
        assertThat(journals.ofAdjustments(sample.journal.close()))
                .extracting(JournalView::journal)
                .containsExactly(sample.journal);

        sample.posted("4712");
        seen();
        assertThat(packages.find(sample.first).orElseThrow().state()).isEqualTo(PackageState.BOOKED);
        assertThat(packages.journals(sample.first)).singleElement().satisfies(journal -> {
            assertThat(journal.isRefused()).isFalse();
            assertThat(journal.documentNumber()).isEqualTo("4712");
            assertThat(journal.failure()).isNull();
        });
        assertThat(journals.refused()).extracting(JournalView::journal).doesNotContain(sample.journal);
    }

    @Test
    void isAskedForByStateCauseMonthAndEffect() {
        SampleAdjustments sample = adjustments("asked").collected().calculated().booked();
        seen();

        assertThat(found(new PackageFilter(PackageState.BOOKED, null, null, null)))
                .contains(sample.first.value());
        assertThat(found(new PackageFilter(null, "PUBLICATION 2", null, null)))
                .contains(sample.second.value())
                .doesNotContain(sample.first.value());
        assertThat(found(new PackageFilter(null, null, Sample.OCTOBER.previous(), null)))
                .doesNotContain(sample.first.value());
        assertThat(found(new PackageFilter(null, null, null, new BigDecimal("1000000"))))
                .isEmpty();
    }

    private List<String> found(PackageFilter filter) {
        return packages.packages(filter, PageRequest.longest()).rows().stream()
                .map(p -> p.id().value())
                .toList();
    }
}
