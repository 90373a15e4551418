package io.tallybook.command.adjustment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.tallybook.command.adjustment.PackageState.Stage;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Refused;
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
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentEffectAdded;
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
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PreviewOutdated;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.RestatementAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.UnsharedPointNoted;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.adjustment.PreviewId;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The adjustments of a close group in packages, one per cause: collected, calculated, approved or rejected, booked into the open
 * period. One stream for the group, so that of two that are pending on one reading only one can ever be approved (ADR 19).
 *
 * <p>Longer than an aggregate should be: the way of a package from late fact to journal is thirteen orders, each a handler.
 */
public final class AdjustmentBook {
    @AggregateIdentifier
    private @Nullable AdjustmentBookId id;

    private final Packages packages = new Packages();
    private final BookedReadings booked = new BookedReadings();
    private final BookPeriods periods = new BookPeriods();
    private final BookedJournals journals = new BookedJournals();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void collect(CollectAdjustment order) {
        if (journals.isCollected(order.adjustment())) {
            return;
        }
        int number = packages.numberFor(order.source().importId());
        apply(new AdjustmentCollected(
                order.book(),
                number,
                order.adjustment(),
                order.closeId(),
                order.point(),
                order.day(),
                order.source(),
                order.readings(),
                order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteBookPeriod order) {
        if (!periods.isNoted(order.period(), order.open())) {
            apply(new BookPeriodNoted(order.book(), order.period(), order.open()));
            packages.all().forEach(p -> bookWhenOpen(order.book(), p));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void set(SetAdjustmentRules order) {
        if (!periods.isSet(order.rules())) {
            apply(new AdjustmentRulesSet(order.book(), order.rules(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void prepare(PrepareAdjustments order) {
        PackageState of = pending(order.book(), order.number());
        Judgement.checkReason(order.reason());
        Judgement.checkAge(of, periods, order.ground());
        PreviewId preview = new PreviewId(PackageId.of(order.book(), of.number), of.revision() + 1);
        var restated = booked.restated(of.adjustments());
        apply(new AdjustmentsPrepared(
                order.book(),
                preview,
                order.booking(),
                order.ground(),
                periods.now(),
                restated.size(),
                order.reason(),
                order.by()));
        restated.forEach(
                (at, days) -> apply(new RestatementAsked(order.book(), preview, at.closeId(), at.point(), days)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void add(AddAdjustmentEffect order) {
        PreviewParts parts = calculating(order.preview());
        var added = new AdjustmentEffectAdded(
                order.book(),
                order.preview(),
                order.closeId(),
                order.point(),
                order.contract(),
                order.shipper(),
                order.recipients(),
                order.difference());
        if (parts != null && !parts.has(added)) {
            apply(added);
            calculateWhenComplete(packages.get(order.preview().adjustments().number()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void note(NoteUnsharedPoint order) {
        PreviewParts parts = calculating(order.preview());
        var noted = new UnsharedPointNoted(order.book(), order.preview(), order.closeId(), order.point());
        if (parts != null && !parts.has(noted)) {
            apply(noted);
            calculateWhenComplete(packages.get(order.preview().adjustments().number()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void fail(FailPreview order) {
        if (calculating(order.preview()) != null) {
            apply(new PreviewFailed(order.book(), order.preview(), order.sentence()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void approve(ApproveAdjustments order) {
        PackageState of = found(order.book(), order.number());
        PpaCalculated calculated = of.calculated();
        if (Judgement.isRepeated(of, order) || calculated == null) {
            Refused.when(calculated == null, "not-calculated", "The effect of the package is not calculated.");
            return;
        }
        pending(order.book(), order.number());
        Judgement.checkApproval(of, calculated, order, periods);
        apply(new PpaApproved(
                order.book(),
                calculated.preview(),
                calculated.previewHash(),
                order.reason(),
                order.by(),
                order.limit()));
        packages.rivals(of).forEach(other -> giveWay(of, other, order.book()));
        bookWhenOpen(order.book(), of);
    }

    /** One reading is adjusted once: what else wants to is rejected, and what starts from it is calculated anew. */
    private static void giveWay(PackageState approved, PackageState other, AdjustmentBookId book) {
        boolean touched = other.pointMonths().stream().anyMatch(approved.pointMonths()::contains);
        PreviewId preview =
                other.parts() == null ? null : other.parts().prepared.preview();
        PackageId winner = PackageId.of(book, approved.number);
        Packages.rivals(approved, other)
                .forEach(a -> apply(new AdjustmentRejected(book, other.number, a.adjustment(), winner)));
        if (other.adjustments().isEmpty()) {
            apply(new PpaRejected(book, other.number, "The package " + winner + " was approved instead.", null));
        } else if (touched && preview != null) {
            apply(new PreviewOutdated(book, preview, "The package " + winner + " was approved."));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void reject(RejectAdjustments order) {
        PackageState of = found(order.book(), order.number());
        if (of.isAt(Stage.REJECTED)) {
            return;
        }
        pending(order.book(), order.number());
        Judgement.checkReason(order.reason());
        Judgement.checkOther(of, order.by());
        of.adjustments().stream()
                .toList()
                .forEach(a -> apply(new AdjustmentRejected(order.book(), of.number, a.adjustment(), null)));
        apply(new PpaRejected(order.book(), of.number, order.reason(), order.by()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void withdraw(WithdrawAdjustments order) {
        packages.all().stream().filter(PackageState::isPending).toList().forEach(of -> withdraw(of, order));
    }

    private static void withdraw(PackageState of, WithdrawAdjustments order) {
        List<AdjustmentCollected> gone = of.adjustments().stream()
                .filter(a -> a.closeId().equals(order.closeId()))
                .toList();
        PreviewId preview = of.parts() == null ? null : of.parts().prepared.preview();
        gone.forEach(a -> apply(new AdjustmentRejected(order.book(), of.number, a.adjustment(), null)));
        if (gone.isEmpty()) {
            return;
        }
        String why = "The month " + order.closeId().period() + " is open again: what came late is a figure there now.";
        if (of.adjustments().isEmpty()) {
            apply(new PpaRejected(order.book(), of.number, why, null));
        } else if (preview != null) {
            apply(new PreviewOutdated(order.book(), preview, why));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void grant(GrantLegalHold order) {
        PackageState of = pending(order.book(), order.number());
        Judgement.checkReason(order.reference());
        Judgement.checkOther(of, order.by());
        if (of.legalHold() == null) {
            apply(new LegalHoldGranted(order.book(), of.number, order.reference(), order.by()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void confirm(ConfirmAdjustmentsBooked order) {
        PackageState of = found(order.book(), order.number());
        Refused.when(!of.hasAsked(order.journal()), "not-asked", "The package was not to be booked in that journal.");
        if (!of.hasBooked(order.journal())) {
            apply(new PpaBooked(order.book(), of.number, order.journal()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void retry(RetryBooking order) {
        PackageState of = found(order.book(), order.number());
        Judgement.checkReason(order.reason());
        Refused.when(of.unbooked().isEmpty(), "nothing-to-book", "Nothing of the package waits for a journal.");
        of.unbooked().forEach(asked -> apply(BookedJournals.again(asked)));
    }

    private void calculateWhenComplete(PackageState of) {
        PreviewParts parts = of.parts();
        if (parts == null || !parts.isComplete()) {
            return;
        }
        if (parts.currencies().size() > 1) {
            apply(new PreviewFailed(
                    parts.prepared.book(),
                    parts.prepared.preview(),
                    "A package is in one currency, its effects are in " + parts.currencies() + "."));
            return;
        }
        boolean material = packages.isMaterial(of, periods.rules());
        apply(parts.calculated(material, of.contributors(parts.prepared.by())));
        if (material) {
            packages.released(of, periods.rules())
                    .forEach(p -> apply(new PpaOffered(parts.prepared.book(), p.number, of.number)));
        }
    }

    /** One journal per production month, in the period that is open; while none is, the package waits for the next. */
    private void bookWhenOpen(AdjustmentBookId book, PackageState of) {
        AccountingPeriod open = periods.open();
        PreviewParts parts = of.parts();
        if (open == null || parts == null || !of.isAt(Stage.APPROVED) || of.hasAsked()) {
            return;
        }
        var months = parts.byMonth();
        months.forEach((close, effects) -> apply(journals.asked(book, of, parts.prepared, open, close, effects)));
        if (months.isEmpty()) {
            apply(new PpaBooked(book, of.number, null));
        }
    }

    private PackageState found(AdjustmentBookId book, int number) {
        return Refused.unlessFound(packages.find(number), PackageId.of(book, number));
    }

    private PackageState pending(AdjustmentBookId book, int number) {
        PackageState of = found(book, number);
        Refused.when(!of.isPending(), "package-decided", "The package is decided.");
        return of;
    }

    /** The parts of that very preview while it is being calculated, null when its time is over. */
    private @Nullable PreviewParts calculating(PreviewId preview) {
        PackageState of = packages.find(preview.adjustments().number());
        return of != null && of.isAt(Stage.CALCULATING) && of.revision() == preview.revision() ? of.parts() : null;
    }

    @EventSourcingHandler
    void on(AdjustmentCollected event) {
        id = event.book();
        journals.collected(event.adjustment());
        packages.open(event.number(), event.source().importId()).collect(event);
    }

    @EventSourcingHandler
    void on(BookPeriodNoted event) {
        id = event.book();
        periods.note(event);
    }

    @EventSourcingHandler
    void on(AdjustmentRulesSet event) {
        id = event.book();
        periods.set(event.rules());
    }

    @EventSourcingHandler
    void on(AdjustmentsPrepared event) {
        of(event.preview()).prepare(new PreviewParts(event));
    }

    @EventSourcingHandler
    void on(RestatementAsked event) {
        parts(event.preview()).ask(event);
    }

    @EventSourcingHandler
    void on(AdjustmentEffectAdded event) {
        parts(event.preview()).add(event);
    }

    @EventSourcingHandler
    void on(UnsharedPointNoted event) {
        parts(event.preview()).add(event);
    }

    @EventSourcingHandler
    void on(PpaCalculated event) {
        of(event.preview()).calculate(event);
    }

    @EventSourcingHandler
    void on(PpaOffered event) {
        packages.get(event.number()).offer();
    }

    @EventSourcingHandler
    void on(PreviewFailed event) {
        of(event.preview()).outdate();
    }

    @EventSourcingHandler
    void on(PreviewOutdated event) {
        of(event.preview()).outdate();
    }

    @EventSourcingHandler
    void on(PpaApproved event) {
        of(event.preview()).approve();
        of(event.preview()).adjustments().forEach(booked::take);
    }

    @EventSourcingHandler
    void on(AdjustmentRejected event) {
        packages.get(event.number()).drop(event.adjustment());
    }

    @EventSourcingHandler
    void on(PpaRejected event) {
        packages.get(event.number()).reject();
    }

    @EventSourcingHandler
    void on(LegalHoldGranted event) {
        packages.get(event.number()).hold(event);
    }

    @EventSourcingHandler
    void on(BookingAsked event) {
        journals.ask(event);
        of(event.preview()).ask(event);
    }

    @EventSourcingHandler
    void on(PpaBooked event) {
        packages.get(event.number()).book(event.journal());
    }

    private PackageState of(PreviewId preview) {
        return packages.get(preview.adjustments().number());
    }

    private PreviewParts parts(PreviewId preview) {
        return Objects.requireNonNull(of(preview).parts());
    }
}
