package io.tallybook.query.adjustment;

import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_BOOK;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_DEED;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_JOURNAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_LINE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_MEMBER;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_PACKAGE;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_READING;
import static io.tallybook.migrations.jooq.Tables.VIEW_ADJUSTMENT_RULES;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.adjustment.AdjustmentBookEvent;
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
import io.tallybook.messages.adjustment.RestatedReading;
import io.tallybook.messages.statement.RevaluedLine;
import io.tallybook.messages.statement.StatementEvent.VolumesRevalued;
import io.tallybook.migrations.jooq.tables.records.ViewAdjustmentPackageRecord;
import io.tallybook.query.projection.At;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of packages: where each stands, what it comes to, what was done to it; a little long, one writer per event. */
final class PackageRows {
    private final DSLContext db;

    PackageRows(DSLContext db) {
        this.db = db;
    }

    void on(AdjustmentBookEvent event, At at) {
        switch (event) {
            case AdjustmentCollected e -> collected(e, at);
            case AdjustmentsPrepared e -> prepared(e, at);
            case PpaCalculated e -> calculated(e, at);
            case PpaOffered e -> offered(e, at);
            case PreviewFailed e -> failed(e.preview().adjustments(), e.sentence(), "FAILED", at);
            case PreviewOutdated e -> failed(e.preview().adjustments(), e.reason(), "OUTDATED", at);
            case PpaApproved e -> approved(e, at);
            case PpaRejected e -> rejected(e, at);
            case AdjustmentRejected e -> rejected(e, at);
            case LegalHoldGranted e -> held(e, at);
            case BookingAsked e -> asked(e, at);
            case PpaBooked e -> booked(e, at);
            case AdjustmentRulesSet e -> ruled(e, at);
            case RestatementAsked e -> {}
            case AdjustmentEffectAdded e -> {}
            case UnsharedPointNoted e -> {}
            case BookPeriodNoted e -> noted(e, at);
        }
    }

    private void collected(AdjustmentCollected e, At at) {
        PackageId id = PackageId.of(e.book(), e.number());
        String period = e.closeId().period().value();
        boolean known = db.fetchExists(VIEW_ADJUSTMENT_PACKAGE, VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()));
        if (!known) {
            open(e, id, period, at);
            deed(id, "RAISED", e.source().name(), e.by(), at);
        } else {
            state(PackageState.COLLECTING, at)
                    .set(VIEW_ADJUSTMENT_PACKAGE.OLDEST, DSL.least(VIEW_ADJUSTMENT_PACKAGE.OLDEST, DSL.val(period)))
                    .set(VIEW_ADJUSTMENT_PACKAGE.LATEST, DSL.greatest(VIEW_ADJUSTMENT_PACKAGE.LATEST, DSL.val(period)))
                    .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                    .execute();
        }
        member(e, id, at);
        e.readings().forEach(reading -> reading(e, reading, at));
    }

    private void open(AdjustmentCollected e, PackageId id, String period, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_PACKAGE);
        row.setPackage(id.value());
        row.setImportId(e.source().importId().value());
        row.setFileHash(e.source().file().hex());
        row.setFileName(e.source().name());
        row.setState(PackageState.COLLECTING.name());
        row.setRevision(0);
        row.setOldest(period);
        row.setLatest(period);
        row.setRaisedAt(at.time());
        row.setOpenedPosition(at.position());
        row.setPosition(at.position());
        row.merge();
    }

    private void member(AdjustmentCollected e, PackageId id, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_MEMBER);
        row.setAdjustment(e.adjustment().value());
        row.setPackage(id.value());
        row.setCloseId(e.closeId().value());
        row.setPoint(e.point().value());
        row.setDay(e.day().date());
        row.setRejected(false);
        row.setPosition(at.position());
        row.merge();
    }

    private void reading(AdjustmentCollected e, RestatedReading reading, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_READING);
        row.setAdjustment(e.adjustment().value());
        row.setStart(reading.start());
        row.setPoint(e.point().value());
        row.setClosedKwh(reading.closed() == null ? null : reading.closed().kwh());
        row.setReceivedKwh(reading.received().kwh());
        row.setPosition(at.position());
        row.merge();
    }

    private void prepared(AdjustmentsPrepared e, At at) {
        PackageId id = e.preview().adjustments();
        db.deleteFrom(VIEW_ADJUSTMENT_LINE)
                .where(VIEW_ADJUSTMENT_LINE.PACKAGE.eq(id.value()))
                .execute();
        state(PackageState.CALCULATING, at)
                .set(VIEW_ADJUSTMENT_PACKAGE.REVISION, e.preview().revision())
                .set(VIEW_ADJUSTMENT_PACKAGE.BOOKING, e.booking().name())
                .set(VIEW_ADJUSTMENT_PACKAGE.GROUND, e.ground().name())
                .set(VIEW_ADJUSTMENT_PACKAGE.REASON, e.reason())
                .set(VIEW_ADJUSTMENT_PACKAGE.PREPARED_BY, e.by().value())
                .set(VIEW_ADJUSTMENT_PACKAGE.PREPARED_AT, at.time())
                .set(VIEW_ADJUSTMENT_PACKAGE.PERIOD, e.period().value())
                .setNull(VIEW_ADJUSTMENT_PACKAGE.FAILURE)
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, "PREPARED", e.reason(), e.by(), at);
    }

    /** What a statement said of the preview its package waits for. */
    void on(VolumesRevalued e, At at) {
        PackageId id = e.preview().adjustments();
        boolean current = db.fetchExists(
                VIEW_ADJUSTMENT_PACKAGE,
                VIEW_ADJUSTMENT_PACKAGE
                        .PACKAGE
                        .eq(id.value())
                        .and(VIEW_ADJUSTMENT_PACKAGE.REVISION.eq(e.preview().revision())));
        if (current) {
            e.lines().forEach(line -> line(e, line, at));
        }
    }

    private void line(VolumesRevalued e, RevaluedLine line, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_LINE);
        row.setPackage(e.preview().adjustments().value());
        row.setRevision(e.preview().revision());
        row.setCloseId(e.closeId().value());
        row.setPoint(e.point().value());
        row.setContract(e.contract().value());
        row.setShipper(e.statement().shipper().value());
        row.setDay(line.day().date());
        row.setDirection(line.direction().name());
        row.setBeforeKwh(line.before().kwh());
        row.setAfterKwh(line.after().kwh());
        row.setBeforeMmbtu(line.mmbtuBefore());
        row.setAfterMmbtu(line.mmbtuAfter());
        row.setPrice(line.price().perMmbtu());
        row.setCurrency(line.price().currency());
        row.setBeforeAmount(line.amountBefore().amount());
        row.setAfterAmount(line.amountAfter().amount());
        row.setPosition(at.position());
        row.merge();
    }

    private void calculated(PpaCalculated e, At at) {
        PackageId id = e.preview().adjustments();
        state(e.material() ? PackageState.OFFERED : PackageState.HELD_BACK, at)
                .set(VIEW_ADJUSTMENT_PACKAGE.PREVIEW_HASH, e.previewHash().hex())
                .set(
                        VIEW_ADJUSTMENT_PACKAGE.RECEIPTS_KWH,
                        e.difference().receipts().kwh())
                .set(VIEW_ADJUSTMENT_PACKAGE.RECEIPTS_MMBTU, e.difference().receiptsMmbtu())
                .set(
                        VIEW_ADJUSTMENT_PACKAGE.PURCHASES,
                        e.difference().purchases().amount())
                .set(
                        VIEW_ADJUSTMENT_PACKAGE.DELIVERIES_KWH,
                        e.difference().deliveries().kwh())
                .set(VIEW_ADJUSTMENT_PACKAGE.DELIVERIES_MMBTU, e.difference().deliveriesMmbtu())
                .set(VIEW_ADJUSTMENT_PACKAGE.SALES, e.difference().sales().amount())
                .set(
                        VIEW_ADJUSTMENT_PACKAGE.CURRENCY,
                        e.difference().purchases().currency())
                .set(
                        VIEW_ADJUSTMENT_PACKAGE.CONTRIBUTORS,
                        e.contributors().stream().map(PersonId::value).toArray(String[]::new))
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, e.material() ? "CALCULATED" : "HELD_BACK", "", null, at);
    }

    private void offered(PpaOffered e, At at) {
        PackageId id = PackageId.of(e.book(), e.number());
        state(PackageState.OFFERED, at)
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, "OFFERED", PackageId.of(e.book(), e.by()).value(), null, at);
    }

    private void failed(PackageId id, String sentence, String deed, At at) {
        state(PackageState.COLLECTING, at)
                .set(VIEW_ADJUSTMENT_PACKAGE.FAILURE, sentence)
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, deed, sentence, null, at);
    }

    private void approved(PpaApproved e, At at) {
        PackageId id = e.preview().adjustments();
        decided(id, PackageState.APPROVED, e.reason(), e.by(), at);
        deed(id, "APPROVED", e.reason(), e.by(), at);
    }

    private void rejected(PpaRejected e, At at) {
        PackageId id = PackageId.of(e.book(), e.number());
        decided(id, PackageState.REJECTED, e.reason(), e.by(), at);
        deed(id, "REJECTED", e.reason(), e.by(), at);
    }

    private void decided(PackageId id, PackageState state, String reason, @Nullable PersonId by, At at) {
        state(state, at)
                .set(VIEW_ADJUSTMENT_PACKAGE.DECISION, reason)
                .set(VIEW_ADJUSTMENT_PACKAGE.DECIDED_BY, by == null ? null : by.value())
                .set(VIEW_ADJUSTMENT_PACKAGE.DECIDED_AT, at.time())
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
    }

    private void rejected(AdjustmentRejected e, At at) {
        db.update(VIEW_ADJUSTMENT_MEMBER)
                .set(VIEW_ADJUSTMENT_MEMBER.REJECTED, true)
                .set(
                        VIEW_ADJUSTMENT_MEMBER.RIVAL,
                        e.rival() == null ? null : e.rival().value())
                .set(VIEW_ADJUSTMENT_MEMBER.POSITION, at.position())
                .where(VIEW_ADJUSTMENT_MEMBER.ADJUSTMENT.eq(e.adjustment().value()))
                .execute();
    }

    private void held(LegalHoldGranted e, At at) {
        PackageId id = PackageId.of(e.book(), e.number());
        db.update(VIEW_ADJUSTMENT_PACKAGE)
                .set(VIEW_ADJUSTMENT_PACKAGE.LEGAL_HOLD, e.reference())
                .set(VIEW_ADJUSTMENT_PACKAGE.LEGAL_HOLD_BY, e.by().value())
                .set(VIEW_ADJUSTMENT_PACKAGE.POSITION, at.position())
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, "LEGAL_HOLD", e.reference(), e.by(), at);
    }

    private void asked(BookingAsked e, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_JOURNAL);
        row.setJournal(e.journal().value());
        row.setPackage(e.preview().adjustments().value());
        row.setCloseId(e.closeId().value());
        row.setPeriod(e.period().value());
        row.setBooking(e.booking().name());
        row.setPosition(at.position());
        row.merge();
    }

    private void booked(PpaBooked e, At at) {
        PackageId id = PackageId.of(e.book(), e.number());
        if (e.journal() != null) {
            db.update(VIEW_ADJUSTMENT_JOURNAL)
                    .set(VIEW_ADJUSTMENT_JOURNAL.BOOKED_AT, at.time())
                    .set(VIEW_ADJUSTMENT_JOURNAL.POSITION, at.position())
                    .where(VIEW_ADJUSTMENT_JOURNAL.JOURNAL.eq(e.journal().value()))
                    .execute();
        }
        boolean waiting = db.fetchExists(
                VIEW_ADJUSTMENT_JOURNAL,
                VIEW_ADJUSTMENT_JOURNAL.PACKAGE.eq(id.value()).and(VIEW_ADJUSTMENT_JOURNAL.BOOKED_AT.isNull()));
        state(waiting ? PackageState.APPROVED : PackageState.BOOKED, at)
                .where(VIEW_ADJUSTMENT_PACKAGE.PACKAGE.eq(id.value()))
                .execute();
        deed(id, "BOOKED", e.journal() == null ? "" : e.journal().value(), null, at);
    }

    private void ruled(AdjustmentRulesSet e, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_RULES);
        row.setBook(e.book().value());
        row.setEffectiveFrom(e.rules().effectiveFrom().value());
        row.setMonths(e.rules().months());
        row.setRebuttalMonths(e.rules().rebuttalMonths());
        row.setAbsoluteMonths(e.rules().absoluteMonths());
        row.setMaterialKwh(e.rules().materialEnergy().kwh());
        row.setMaterialAmount(e.rules().materialAmount());
        row.setByPerson(e.by().value());
        row.setAt(at.time());
        row.setPosition(at.position());
        row.merge();
    }

    private void noted(BookPeriodNoted e, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_BOOK);
        row.setBook(e.book().value());
        row.setPeriod((e.open() ? e.period() : e.period().next()).value());
        row.setPosition(at.position());
        row.merge();
    }

    private void deed(PackageId id, String deed, String words, @Nullable PersonId by, At at) {
        var row = db.newRecord(VIEW_ADJUSTMENT_DEED);
        row.setPackage(id.value());
        row.setPosition(at.position());
        row.setDeed(deed);
        row.setWords(words);
        row.setByPerson(by == null ? null : by.value());
        row.setAt(at.time());
        row.merge();
    }

    private UpdateSetMoreStep<ViewAdjustmentPackageRecord> state(PackageState state, At at) {
        return db.update(VIEW_ADJUSTMENT_PACKAGE)
                .set(VIEW_ADJUSTMENT_PACKAGE.STATE, state.name())
                .set(VIEW_ADJUSTMENT_PACKAGE.POSITION, at.position());
    }
}
