package io.tallybook.saga.adjustment;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Command;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.AddAdjustmentEffect;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.CollectAdjustment;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ConfirmAdjustmentsBooked;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.FailPreview;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.NoteBookPeriod;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.NoteUnsharedPoint;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.WithdrawAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.RestatementAsked;
import io.tallybook.messages.adjustment.AdjustmentEvent.PriorPeriodAdjustmentRaised;
import io.tallybook.messages.adjustment.MonthEffect;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.allocation.AllocationRunCommand.RestateAllocation;
import io.tallybook.messages.allocation.AllocationRunEvent.RestatementFailed;
import io.tallybook.messages.allocation.AllocationRunEvent.ShareRestated;
import io.tallybook.messages.close.CloseCalendarCommand.NoteAdjusted;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodLocked;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodOpened;
import io.tallybook.messages.close.CloseCalendarEvent.PeriodReopened;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.AccountMapEvent.AccountsMapped;
import io.tallybook.messages.journal.AdjustedLine;
import io.tallybook.messages.journal.JournalBatchCommand.AddJournalInput;
import io.tallybook.messages.journal.JournalBatchCommand.OpenJournal;
import io.tallybook.messages.journal.JournalBatchCommand.PostJournal;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import io.tallybook.messages.journal.JournalLine;
import io.tallybook.messages.statement.StatementCommand.RevalueVolumes;
import io.tallybook.messages.statement.StatementEvent.RevaluationFailed;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.saga.orders.Errand;
import io.tallybook.saga.orders.Orders;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * Carries an adjustment from its raising to the books: to the package of its cause, from there to the runs and statements that
 * know the closed month's rules and prices, back with what it comes to, and once approved to the journal of the open period.
 */
@DisallowReplay
@ProcessingGroup(AdjustmentRelay.PROCESSOR)
class AdjustmentRelay {
    static final String PROCESSOR = "relay-adjustments";

    private static final String NAME = "adjustments";
    private final Orders orders;
    private final ClosedMonths months;

    AdjustmentRelay(Orders orders, ClosedMonths months) {
        this.orders = orders;
        this.months = months;
    }

    @EventHandler
    void on(PriorPeriodAdjustmentRaised e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new CollectAdjustment(
                AdjustmentBookId.of(e.closeId().group()),
                e.adjustment(),
                e.closeId(),
                e.point(),
                e.day(),
                e.source(),
                readings(e),
                e.by(),
                errand.at()));
    }

    /** One raised before its readings were written down is one reading: the whole day. */
    private static List<RestatedReading> readings(PriorPeriodAdjustmentRaised e) {
        List<RestatedReading> known = e.readings();
        return known != null
                ? known
                : List.of(new RestatedReading(
                        e.day().date().atStartOfDay(ZoneOffset.UTC).toInstant(), e.oldEnergy(), e.newEnergy()));
    }

    @EventHandler
    void on(PeriodOpened e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new NoteBookPeriod(AdjustmentBookId.of(e.group()), e.period(), true, errand.at()));
    }

    @EventHandler
    void on(PeriodLocked e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new NoteBookPeriod(AdjustmentBookId.of(e.group()), e.period(), false, errand.at()));
    }

    /** What waited to be adjusted in it is a figure there now. */
    @EventHandler
    void on(PeriodReopened e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        CloseId reopened = CloseId.of(e.group(), e.period());
        errand.give(new WithdrawAdjustments(AdjustmentBookId.of(e.group()), reopened, e.revision(), errand.at()));
    }

    @EventHandler
    void on(RestatementAsked e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        Command order = months.run(e.closeId(), e.point())
                .<Command>map(run -> new RestateAllocation(run, e.closeId(), e.preview(), e.days(), errand.at()))
                .orElseGet(() -> new NoteUnsharedPoint(e.book(), e.preview(), e.closeId(), e.point(), errand.at()));
        ask(errand, e.preview(), order);
    }

    @EventHandler
    void on(ShareRestated e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        ask(
                errand,
                e.preview(),
                new RevalueVolumes(
                        StatementId.of(e.shipper(), e.closeId().period()),
                        e.closeId(),
                        e.preview(),
                        e.contract(),
                        e.run().point(),
                        e.recipients(),
                        e.days(),
                        errand.at()));
    }

    @EventHandler
    void on(VolumesRevalued e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new AddAdjustmentEffect(
                e.preview().adjustments().book(),
                e.preview(),
                e.closeId(),
                e.point(),
                e.contract(),
                e.statement().shipper(),
                e.recipients(),
                e.difference(),
                errand.at()));
    }

    @EventHandler
    void on(RestatementFailed e, EventMessage<?> message) {
        fail(orders.because(message, NAME), e.preview(), e.run().value() + ": " + e.sentence());
    }

    @EventHandler
    void on(RevaluationFailed e, EventMessage<?> message) {
        fail(orders.because(message, NAME), e.preview(), e.statement().value() + ": " + e.sentence());
    }

    /** What a rule refuses is the preview's end, told to its people; a later one may come out. */
    private static void ask(Errand errand, PreviewId preview, Command order) {
        String refused = errand.tell(List.of(order)).getFirst();
        if (!refused.isEmpty()) {
            fail(errand, preview, refused);
        }
    }

    private static void fail(Errand errand, PreviewId preview, String sentence) {
        errand.give(new FailPreview(preview.adjustments().book(), preview, sentence, errand.at()));
    }

    /** A journal of its own in the open period, line by line tied to the journal of the production month. */
    @EventHandler
    void on(BookingAsked e, EventMessage<?> message) {
        Errand errand = orders.because(message, NAME);
        errand.give(new NoteAdjusted(e.closeId().group(), e.closeId().period(), errand.at()));
        AccountsMapped accounts = months.accounts(e.closeId());
        CloseId open = CloseId.of(e.book().group(), e.period());
        List<Command> journal = new ArrayList<>();
        journal.add(new OpenJournal(
                e.journal(),
                open,
                e.attempt(),
                e.effects().stream().map(MonthEffect::shipper).toList(),
                accounts.map(),
                accounts.version(),
                accounts.by(),
                accounts.accounts(),
                errand.at()));
        e.effects()
                .forEach(effect -> journal.add(new AddJournalInput(
                        e.journal(),
                        open,
                        e.attempt(),
                        effect.shipper(),
                        effect.difference(),
                        e.previewHash(),
                        e.contributors(),
                        months.lines(e.preview().adjustments(), e.closeId(), effect.shipper()),
                        errand.at())));
        errand.give(journal);
    }

    @EventHandler
    void on(JournalPrepared e, EventMessage<?> message) {
        if (!e.journal().belongsToAdjustments()) {
            return;
        }
        Errand errand = orders.because(message, NAME);
        PackageId adjustments = adjusted(e.lines());
        errand.give(List.of(
                new ConfirmAdjustmentsBooked(adjustments.book(), adjustments.number(), e.journal(), errand.at()),
                new PostJournal(e.journal(), e.closeId(), e.attempt(), months.approved(e.journal()), errand.at())));
    }

    private static PackageId adjusted(List<JournalLine> lines) {
        AdjustedLine first =
                Objects.requireNonNull(lines.getFirst().adjusts(), "a line of an adjustment says of which");
        return first.adjustments();
    }
}
