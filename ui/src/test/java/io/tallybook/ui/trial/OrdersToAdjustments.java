package io.tallybook.ui.trial;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Energy;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.AddAdjustmentEffect;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.CollectAdjustment;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ConfirmAdjustmentsBooked;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.FailPreview;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.GrantLegalHold;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.NoteBookPeriod;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.NoteUnsharedPoint;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.PrepareAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RejectAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RetryBooking;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.SetAdjustmentRules;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.WithdrawAdjustments;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.whole.House;
import java.time.Instant;
import java.util.List;

/** Orders to the book of adjustments: what a locked month is corrected by, beside its own figures. */
record OrdersToAdjustments(LockedMonth month) {
    List<Command> all() {
        return List.of(
                collect(),
                new NoteBookPeriod(book(), system().period(), true, at()),
                new SetAdjustmentRules(book(), AdjustmentRules.standard(), eve(), at()),
                new PrepareAdjustments(
                        book(), 1, Booking.RESTATED, LateGround.NONE, "an attempt", Crew.ACCOUNTANT, at()),
                new AddAdjustmentEffect(
                        book(),
                        OrdersToResults.PREVIEW,
                        system().close(),
                        system().point(1),
                        system().contract(0, 0),
                        system().shipper(0),
                        1,
                        OrdersToResults.NOTHING,
                        at()),
                new NoteUnsharedPoint(book(), OrdersToResults.PREVIEW, system().close(), system().point(1), at()),
                new FailPreview(book(), OrdersToResults.PREVIEW, "an attempt", at()),
                new ApproveAdjustments(book(), 1, OrdersToResults.OTHER, "an attempt", eve(), at()),
                new GrantLegalHold(book(), 1, "an attempt", bob(), at()),
                new RejectAdjustments(book(), 1, "an attempt", bob(), at()),
                new WithdrawAdjustments(book(), month.system.close(), 2, at()),
                new ConfirmAdjustmentsBooked(book(), 1, JournalId.ofAdjustments(next(), 1), at()),
                new RetryBooking(book(), 1, "an attempt", eve(), at()));
    }

    private Command collect() {
        return new CollectAdjustment(
                book(),
                new AdjustmentId("locked-p001/2024-10-10/another"),
                system().close(),
                system().point(1),
                LockedMonth.EXPLAINED,
                Crew.source("another"),
                List.of(new RestatedReading(
                        GasSystem.GAS_DAY.start(LockedMonth.EXPLAINED), Energy.ofKwh(1), Energy.ofKwh(2))),
                Crew.OPERATOR,
                at());
    }

    private AdjustmentBookId book() {
        return AdjustmentBookId.of(system().group());
    }

    private CloseId next() {
        return CloseId.of(system().group(), system().period().next());
    }

    private GasSystem system() {
        return month.system;
    }

    private static PersonId eve() {
        return OrdersToResults.EVE;
    }

    /** Who gave no reading: eve did. */
    private static PersonId bob() {
        return new PersonId("bob");
    }

    private static Instant at() {
        return House.now();
    }
}
