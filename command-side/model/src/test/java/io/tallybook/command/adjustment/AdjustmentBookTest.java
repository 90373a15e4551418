package io.tallybook.command.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.AddAdjustmentEffect;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.CollectAdjustment;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ConfirmAdjustmentsBooked;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.GrantLegalHold;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.NoteBookPeriod;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.PrepareAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RejectAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RetryBooking;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.SetAdjustmentRules;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.WithdrawAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentRejected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaApproved;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaOffered;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaRejected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PreviewOutdated;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.RestatementAsked;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdjustmentBookTest {
    private static final AdjustmentBookId BOOK = AdjustmentBookId.of(new CloseGroup("dk"));
    private static final AccountingPeriod OCTOBER = new AccountingPeriod("2024-10");
    private static final AccountingPeriod NOVEMBER = OCTOBER.next();
    private static final PointId ELLUND = new PointId("ellund");
    private static final GasDay DAY = new GasDay("2024-10-04");
    private static final PersonId ANNA = new PersonId("anna");
    private static final PersonId BOB = new PersonId("bob");
    private static final PersonId OSCAR = new PersonId("oscar");
    private static final Instant AT = Instant.parse("2025-11-25T08:00:00Z");

    private final Tale<AdjustmentBook> book = new Tale<>(AdjustmentBook.class);

    @Test
    void putsEverythingOfOneCauseIntoOnePackageOnce() {
        book.told(
                collect("second", "ellund", 1, 0, 10),
                collect("second", "nybro", 1, 0, 5),
                collect("third", "ellund", 2, 0, 1));

        assertThat(book.facts(AdjustmentCollected.class))
                .extracting(AdjustmentCollected::number)
                .containsExactly(1, 1, 2);
        assertThat(book.when(collect("third", "ellund", 2, 0, 1))).isEmpty();
    }

    @Test
    void asksEachPointForItsDaysAsTheyStandAndAsTheyWouldEachWayApart() {
        opened(NOVEMBER).told(collect("second", "ellund", 1, -500, 300), prepare(1));

        assertThat(book.latest(RestatementAsked.class).days()).singleElement().satisfies(day -> {
            assertThat(day.before()).isEqualTo(new DayTotal(DAY, Energy.ZERO, Energy.ZERO));
            assertThat(day.after()).isEqualTo(new DayTotal(DAY, Energy.ofKwh(300), Energy.ofKwh(-500)));
        });
    }

    @Test
    void aLaterPackageStartsFromWhatAnEarlierOneHasBooked() {
        calculated("second", 1, 0, 100);
        book.told(approve(1, BOB), collect("third", "ellund", 1, 0, 70), prepare(2));

        assertThat(book.latest(RestatementAsked.class).days()).singleElement().satisfies(day -> {
            assertThat(day.before().receipt()).isEqualTo(Energy.ofKwh(100));
            assertThat(day.after().receipt()).isEqualTo(Energy.ofKwh(70));
        });
    }

    @Test
    void isApprovedByNobodyWhoGaveReadingsOrPreparedAndOnlyAsItWasShown() {
        calculated("second", 1, 0, 100);

        assertThat(book.refusal(approve(1, ANNA))).isEqualTo("contributor-may-not-approve");
        assertThat(book.refusal(approve(1, OSCAR))).isEqualTo("contributor-may-not-approve");
        assertThat(book.refusal(new ApproveAdjustments(BOOK, 1, Sha256.of("other"), "why", BOB, AT)))
                .isEqualTo("preview-not-current");
        assertThat(book.refusal(new RejectAdjustments(BOOK, 1, "why", ANNA, AT)))
                .isEqualTo("contributor-may-not-approve");
    }

    @Test
    void isApprovedByWhomTheAmountIsNotTooLargeFor() {
        calculated("second", 1, 0, 100);
        Sha256 shown = book.latest(PpaCalculated.class).previewHash();
        String booked = book.latest(PpaCalculated.class)
                .difference()
                .purchases()
                .amount()
                .toPlainString();
        Money short1 =
                usd(new BigDecimal(booked).subtract(new BigDecimal("0.01")).toPlainString());

        assertThat(book.refusal(new ApproveAdjustments(BOOK, 1, shown, "why", short1, BOB, AT)))
                .isEqualTo("above-limit");
        assertThat(book.refusal(new ApproveAdjustments(
                        BOOK, 1, shown, "why", new Money(new BigDecimal(booked), "EUR"), BOB, AT)))
                .isEqualTo("above-limit");
        book.told(new ApproveAdjustments(BOOK, 1, shown, "why", usd(booked), BOB, AT));
        assertThat(book.latest(PpaApproved.class).limit()).isEqualTo(usd(booked));
    }

    /** What one shipper is owed more is not made small by what another is owed less. */
    @Test
    void measuresALimitAgainstBothWaysOfTheMoney() {
        opened(NOVEMBER).told(collect("second", "ellund", 1, 0, 100), prepare(1));
        book.told(effect(1, "nordgas", "100"), effect(1, "suedgas", "-90"));
        Sha256 shown = book.latest(PpaCalculated.class).previewHash();

        assertThat(book.refusal(new ApproveAdjustments(BOOK, 1, shown, "why", usd("189.99"), BOB, AT)))
                .isEqualTo("above-limit");
        book.told(new ApproveAdjustments(BOOK, 1, shown, "why", usd("190"), BOB, AT));
    }

    @Test
    void aReadingThatComesAfterThePreviewMakesItWorthless() {
        calculated("second", 1, 0, 100);
        Sha256 shown = book.latest(PpaCalculated.class).previewHash();
        book.told(collect("second", "ellund", 2, 0, 5));

        assertThat(book.refusal(new ApproveAdjustments(BOOK, 1, shown, "why", BOB, AT)))
                .isEqualTo("not-calculated");
    }

    @Test
    void approvingOneRejectsItsRivalsOnTheSameReadingAndOutdatesWhatStartsFromIt() {
        opened(NOVEMBER);
        book.told(
                collect("second", "ellund", 1, 0, 100),
                collect("third", "ellund", 1, 0, 90),
                collect("fourth", "ellund", 1, 0, 80),
                collect("fourth", "ellund", 2, 0, 7));
        book.told(prepare(1), effect(1, 1, "100"), prepare(3), effect(3, 1, "87"));

        book.told(approve(1, BOB));

        assertThat(book.facts(AdjustmentRejected.class))
                .extracting(r -> r.number() + " for " + r.rival())
                .containsExactly("2 for dk/1", "3 for dk/1");
        assertThat(book.latest(PpaRejected.class).number()).isEqualTo(2);
        assertThat(book.latest(PreviewOutdated.class).preview()).isEqualTo(new PreviewId(PackageId.of(BOOK, 3), 1));
        assertThat(book.refusal(approve(2, BOB))).isEqualTo("not-calculated");
    }

    @Test
    void theJournalsOfAPeriodAreNumberedWithoutAGap() {
        opened(NOVEMBER);
        book.told(
                collect("second", "ellund", 1, 0, 100),
                collect("third", "ellund", 2, 0, 50),
                collect("fourth", "ellund", 3, 0, 70));
        book.told(prepare(1), effect(1, 1, "100"));
        book.told(approve(1, BOB), new RetryBooking(BOOK, 1, "accounts mapped", ANNA, AT));
        book.told(new RejectAdjustments(BOOK, 2, "not owed", BOB, AT));
        book.told(prepare(3), effect(3, 1, "70"));
        book.told(approve(3, BOB));

        assertThat(book.facts(BookingAsked.class))
                .extracting(asked -> asked.journal().value() + " attempt " + asked.attempt())
                .containsExactly(
                        "dk/2024-11/PPA/1 attempt 1", "dk/2024-11/PPA/1 attempt 2", "dk/2024-11/PPA/2 attempt 1");
    }

    @Test
    void isBookedOnceInThePeriodThatIsOpenAndWaitsWhileNoneIs() {
        opened(NOVEMBER).told(collect("second", "ellund", 1, 0, 100), prepare(1), effect(1, 1, "100"));
        book.told(new NoteBookPeriod(BOOK, NOVEMBER, false, AT), approve(1, BOB));
        assertThat(book.facts(BookingAsked.class)).isEmpty();

        book.told(new NoteBookPeriod(BOOK, NOVEMBER.next(), true, AT));

        BookingAsked asked = book.latest(BookingAsked.class);
        assertThat(asked.journal().value()).isEqualTo("dk/2024-12/PPA/1");
        assertThat(asked.effects())
                .singleElement()
                .satisfies(e -> assertThat(e.difference().purchases()).isEqualTo(usd("100")));
        assertThat(book.when(approve(1, BOB))).isEmpty();
        assertThat(Tale.names(book.when(new RetryBooking(BOOK, 1, "accounts mapped", ANNA, AT))))
                .containsExactly("BookingAsked");
        book.told(new ConfirmAdjustmentsBooked(BOOK, 1, asked.journal(), AT));
        assertThat(book.refusal(new RetryBooking(BOOK, 1, "again", ANNA, AT))).isEqualTo("nothing-to-book");
        assertThat(book.when(new ConfirmAdjustmentsBooked(BOOK, 1, asked.journal(), AT)))
                .isEmpty();
    }

    @Test
    void isNotPreparedWhileItsOwnMonthIsNotLocked() {
        opened(OCTOBER).told(collect("second", "ellund", 1, 0, 100));

        assertThat(book.refusal(prepare(1))).isEqualTo("month-not-locked");
    }

    /** NAESB WGQ 2.3.11: 6 months, 3 more for the rebuttal, 24 at most, beyond only under a legal hold. */
    @ParameterizedTest
    @CsvSource({
        "2025-04, NONE, true",
        "2025-05, NONE, false",
        "2025-05, REBUTTAL, true",
        "2025-07, REBUTTAL, true",
        "2025-08, REBUTTAL, false",
        "2025-08, MISTAKE, true",
        "2026-10, MISTAKE, true",
        "2026-11, MISTAKE, false",
        "2026-11, LEGAL_HOLD, true"
    })
    void takesNothingOlderThanItsGroundAllows(String open, LateGround ground, boolean taken) {
        opened(new AccountingPeriod(open)).told(collect("second", "ellund", 1, 0, 100));
        PrepareAdjustments order = prepare(1, ground);

        if (taken) {
            assertThat(Tale.names(book.when(order)).getFirst()).isEqualTo("AdjustmentsPrepared");
        } else {
            assertThat(book.refusal(order)).isEqualTo("too-old");
        }
    }

    @Test
    void aLegalHoldIsGrantedByAnotherApproverThanWhoApproves() {
        opened(new AccountingPeriod("2026-11")).told(collect("second", "ellund", 1, 0, 100));
        book.told(prepare(1, LateGround.LEGAL_HOLD), effect(1, 1, "100"));
        assertThat(book.refusal(approve(1, BOB))).isEqualTo("legal-hold-missing");
        book.told(new GrantLegalHold(BOOK, 1, "case 17", BOB, AT));
        assertThat(book.refusal(approve(1, BOB))).isEqualTo("legal-hold-by-approver");

        assertThat(Tale.names(book.when(approve(1, new PersonId("carla"))))).contains("PpaApproved");
    }

    @Test
    void smallOnesWaitUntilTheirRunningSumIsMaterialAndAreOfferedTogether() {
        opened(NOVEMBER).told(rules("150"));
        book.told(collect("second", "ellund", 1, 0, 100), prepare(1), effect(1, 1, "100"));
        assertThat(book.latest(PpaCalculated.class).material()).isFalse();
        assertThat(book.refusal(approve(1, BOB))).isEqualTo("not-material");

        book.told(collect("third", "ellund", 2, 0, 60), prepare(2), effect(2, 1, "60"));

        assertThat(book.latest(PpaCalculated.class).material()).isTrue();
        assertThat(book.latest(PpaOffered.class).number()).isEqualTo(1);
        assertThat(Tale.names(book.when(approve(1, BOB)))).contains("PpaApproved", "BookingAsked");
    }

    @Test
    void smallOnesThatCancelEachOtherOutGoOnWaiting() {
        opened(NOVEMBER).told(rules("150"));
        book.told(collect("second", "ellund", 1, 0, 100), prepare(1), effect(1, 1, "100"));

        book.told(collect("third", "ellund", 2, 0, -90), prepare(2), effect(2, 1, "-90"));

        assertThat(book.latest(PpaCalculated.class).material()).isFalse();
    }

    @Test
    void preparesNothingBeforeTheFirstPeriodIsOpen() {
        book.told(collect("second", "ellund", 1, 0, 100));
        assertThat(book.refusal(prepare(1))).isEqualTo("no-period");
    }

    @Test
    void whatIsDecidedIsNotDecidedAgainNorBookedInAnotherJournal() {
        calculated("second", 1, 0, 100);
        book.told(new RejectAdjustments(BOOK, 1, "as measured", BOB, AT));
        assertThat(book.refusal(prepare(1))).isEqualTo("package-decided");
        assertThat(book.refusal(new ConfirmAdjustmentsBooked(BOOK, 1, new JournalId("dk/2024-11/PPA/1"), AT)))
                .isEqualTo("not-asked");
    }

    @Test
    void withdrawsWhatWaitsInAMonthThatIsOpenAgainAndLeavesTheRest() {
        opened(NOVEMBER).told(collect("second", "ellund", 1, 0, 100), collect("third", "nybro", 1, 0, 5));
        book.told(prepare(1), effect(1, 1, "100"));
        book.told(approve(1, BOB));

        var withdrawn = book.when(new WithdrawAdjustments(BOOK, CloseId.of(BOOK.group(), OCTOBER), 2, AT));

        assertThat(Tale.names(withdrawn)).containsExactly("AdjustmentRejected", "PpaRejected");
        assertThat(book.latest(PpaRejected.class).number()).isEqualTo(2);
        assertThat(book.when(new WithdrawAdjustments(BOOK, CloseId.of(BOOK.group(), OCTOBER), 2, AT)))
                .isEmpty();
    }

    private void calculated(String cause, int hour, long closed, long received) {
        opened(NOVEMBER)
                .told(
                        collect(cause, "ellund", hour, closed, received),
                        prepare(1),
                        effect(1, 1, Long.toString(received)));
    }

    private Tale<AdjustmentBook> opened(AccountingPeriod period) {
        return book.told(new NoteBookPeriod(BOOK, period, true, AT));
    }

    private static SetAdjustmentRules rules(String amount) {
        return new SetAdjustmentRules(
                BOOK, new AdjustmentRules(OCTOBER, 6, 3, 24, Energy.ZERO, new BigDecimal(amount)), ANNA, AT);
    }

    private static CollectAdjustment collect(String cause, String point, int hour, long closed, long received) {
        Sha256 file = Sha256.of(cause);
        return new CollectAdjustment(
                BOOK,
                new AdjustmentId(point + "/" + DAY + "/" + file.brief() + "/" + hour),
                CloseId.of(BOOK.group(), OCTOBER),
                new PointId(point),
                DAY,
                new Source(new ImportId("import-" + cause), file, cause),
                List.of(new RestatedReading(
                        Instant.parse("2024-10-04T04:00:00Z").plusSeconds(3600L * hour),
                        Energy.ofKwh(closed),
                        Energy.ofKwh(received))),
                OSCAR,
                AT);
    }

    private static PrepareAdjustments prepare(int number) {
        return prepare(number, LateGround.NONE);
    }

    private static PrepareAdjustments prepare(int number, LateGround ground) {
        return new PrepareAdjustments(BOOK, number, Booking.OPEN_PERIOD, ground, "a publication", ANNA, AT);
    }

    /** The one contract's answer, with purchases of that amount. */
    private static AddAdjustmentEffect effect(int number, int revision, String amount) {
        BigDecimal none = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        return new AddAdjustmentEffect(
                BOOK,
                new PreviewId(PackageId.of(BOOK, number), revision),
                CloseId.of(BOOK.group(), OCTOBER),
                ELLUND,
                new ContractId("nord-1"),
                new ShipperId("nordgas"),
                1,
                new StatementTotals(Energy.ofKwh(1), none, usd(amount), Energy.ZERO, none, usd("0")),
                AT);
    }

    /** Of one of two shippers that share the point. */
    private static AddAdjustmentEffect effect(int number, String shipper, String amount) {
        AddAdjustmentEffect one = effect(number, 1, amount);
        return new AddAdjustmentEffect(
                one.book(),
                one.preview(),
                one.closeId(),
                one.point(),
                new ContractId(shipper + "-1"),
                new ShipperId(shipper),
                2,
                one.difference(),
                AT);
    }

    /** As it was last calculated. */
    private ApproveAdjustments approve(int number, PersonId by) {
        Sha256 shown = book.facts(PpaCalculated.class).stream()
                .filter(c -> c.preview().adjustments().number() == number)
                .map(PpaCalculated::previewHash)
                .reduce((first, last) -> last)
                .orElse(Sha256.of("never"));
        return new ApproveAdjustments(BOOK, number, shown, "checked", by, AT);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
