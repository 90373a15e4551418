package io.tallybook.query;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Event;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentRejected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentRulesSet;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentsPrepared;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookPeriodNoted;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.LegalHoldGranted;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaApproved;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaBooked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaOffered;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaRejected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PreviewFailed;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.MonthEffect;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchEvent.JournalOpened;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPosted;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingFailed;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.statement.RevaluedLine;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Two packages on one reading: the first is calculated, approved and booked, the second loses its adjustment to it. */
final class SampleAdjustments {
    static final GasDay DAY = new GasDay("2024-10-07");
    static final Sha256 PREVIEW = Sha256.of("preview");

    final AdjustmentBookId book;
    final PackageId first;
    final PackageId second;
    final JournalId journal;
    private final Told told;
    private final CloseId close;
    private PointId point = new PointId("north");
    private ContractId contract = new ContractId("alpha-1");
    private final ShipperId shipper = new ShipperId("alpha");

    SampleAdjustments(Told told, String name) {
        this.told = told;
        book = new AdjustmentBookId(name);
        first = PackageId.of(book, 1);
        second = PackageId.of(book, 2);
        close = CloseId.of(book.group(), Sample.OCTOBER);
        journal = JournalId.ofAdjustments(CloseId.of(book.group(), Sample.OCTOBER.next()), 1);
    }

    /** Of what this contract brings at this point. */
    SampleAdjustments of(ContractId contract, PointId point) {
        this.contract = contract;
        this.point = point;
        return this;
    }

    SampleAdjustments collected() {
        tell(
                new BookPeriodNoted(book, Sample.OCTOBER.next(), true),
                new AdjustmentRulesSet(
                        book,
                        new AdjustmentRules(Sample.OCTOBER, 6, 3, 24, Energy.ofKwh(5), new BigDecimal("10.00")),
                        Sample.EVA),
                collected(1, 1_100),
                collected(2, 1_150),
                new LegalHoldGranted(book, 2, "case 17", Sample.EVA));
        return this;
    }

    SampleAdjustments calculated() {
        tell(
                new AdjustmentsPrepared(
                        book,
                        preview(),
                        Booking.RESTATED,
                        LateGround.NONE,
                        Sample.OCTOBER.next(),
                        1,
                        "a publication",
                        Sample.ANN),
                revalued(),
                new PpaCalculated(book, preview(), difference(), PREVIEW, false, List.of(Sample.ANN, Sample.BEN)),
                new PpaOffered(book, 1, 2),
                new PreviewFailed(book, new PreviewId(second, 1), "There is no price."));
        return this;
    }

    SampleAdjustments booked() {
        tell(
                new PpaApproved(book, preview(), PREVIEW, "checked", Sample.EVA),
                new AdjustmentRejected(book, 2, adjustment(2), first),
                new PpaRejected(book, 2, "The first was approved.", null),
                new BookingAsked(
                        book,
                        preview(),
                        Sample.OCTOBER.next(),
                        journal,
                        1,
                        Booking.RESTATED,
                        PREVIEW,
                        close,
                        List.of(new MonthEffect(close, shipper, difference())),
                        List.of(Sample.ANN)),
                new PpaBooked(book, 1, journal));
        return this;
    }

    /** The ERP refuses the journal the first package is booked in. */
    SampleAdjustments refused(String reason) {
        CloseId open = CloseId.of(book.group(), Sample.OCTOBER.next());
        told.by(
                journal,
                new JournalOpened(journal, open, 1, List.of(shipper), Map.of(), 1, Sample.ANN),
                new JournalPostingRequested(journal, open, 1, PREVIEW, PREVIEW, List.of()),
                new JournalPostingFailed(journal, open, reason));
        return this;
    }

    /** Handed to it again, it is posted. */
    SampleAdjustments posted(String documentNumber) {
        CloseId open = CloseId.of(book.group(), Sample.OCTOBER.next());
        told.by(
                journal,
                new JournalPostingRequested(journal, open, 1, PREVIEW, PREVIEW, List.of()),
                new JournalPosted(journal, open, documentNumber, PREVIEW));
        return this;
    }

    private void tell(Event... events) {
        told.by(book, events);
    }

    private PreviewId preview() {
        return new PreviewId(first, 1);
    }

    private AdjustmentId adjustment(int number) {
        return new AdjustmentId(book.value() + "/" + DAY + "/" + number);
    }

    private AdjustmentCollected collected(int number, long received) {
        Sha256 file = Sha256.of(book.value() + number);
        return new AdjustmentCollected(
                book,
                number,
                adjustment(number),
                close,
                point,
                DAY,
                new Source(new ImportId(book.value() + "/" + number), file, "publication " + number + ".json"),
                List.of(new RestatedReading(Sample.GAS_DAY.start(DAY), Energy.ofKwh(1_000), Energy.ofKwh(received))),
                Sample.BEN);
    }

    private VolumesRevalued revalued() {
        return new VolumesRevalued(
                StatementId.of(shipper, Sample.OCTOBER),
                close,
                preview(),
                contract,
                point,
                1,
                List.of(new RevaluedLine(
                        DAY,
                        Direction.RECEIPT,
                        Energy.ofKwh(1_000),
                        Energy.ofKwh(1_100),
                        Energy.ofKwh(1_000).mmbtu(),
                        Energy.ofKwh(1_100).mmbtu(),
                        Sample.PRICE,
                        Energy.ofKwh(1_000).at(Sample.PRICE),
                        Energy.ofKwh(1_100).at(Sample.PRICE))),
                difference());
    }

    static StatementTotals difference() {
        Energy more = Energy.ofKwh(100);
        BigDecimal none = BigDecimal.ZERO.setScale(Energy.MMBTU_SCALE);
        Money amount = Energy.ofKwh(1_100)
                .at(Sample.PRICE)
                .plus(Energy.ofKwh(1_000).at(Sample.PRICE).negate());
        return new StatementTotals(
                more,
                Energy.ofKwh(1_100).mmbtu().subtract(Energy.ofKwh(1_000).mmbtu()),
                amount,
                Energy.ZERO,
                none,
                Money.zero("USD"));
    }
}
