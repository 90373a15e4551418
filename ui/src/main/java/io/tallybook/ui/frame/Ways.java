package io.tallybook.ui.frame;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.workpapers.Subject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** The address of every page: permalinks, written in one place. */
public final class Ways {
    private Ways() {}

    public static String close(CloseId close) {
        return "/close/" + close.value();
    }

    public static String balance(CloseId close, AreaId area) {
        return close(close) + "/balance/" + area.value();
    }

    public static String trend(CloseId close, AreaId area) {
        return balance(close, area) + "/trend";
    }

    public static String statements(CloseId close) {
        return close(close) + "/statements";
    }

    public static String statement(CloseId close, ShipperId shipper) {
        return statements(close) + "/" + shipper.value();
    }

    /** The same with what was restated of it since. */
    public static String restated(CloseId close, ShipperId shipper) {
        return statement(close, shipper) + "/restated";
    }

    public static String statementPoint(
            CloseId close, ShipperId shipper, ContractId contract, PointId point, Direction direction) {
        return statement(close, shipper) + "/" + contract.value() + "/" + point.value() + "/" + word(direction);
    }

    /** The allocation of a point-day. */
    public static String allocation(CloseId close, PointId point, GasDay day, Direction direction) {
        return close(close) + "/allocation/" + point.value() + "/" + day + "/" + word(direction);
    }

    /** The allocation of a point-day; {@code shipper} is whose line it was reached from. */
    public static String allocation(CloseId close, PointId point, GasDay day, Direction direction, ShipperId shipper) {
        return close(close) + "/allocation/" + point.value() + "/" + day + "/" + word(direction) + "?shipper="
                + shipper.value();
    }

    public static String meterMonths(CloseId close) {
        return "/meters/" + close.value();
    }

    public static String meterMonth(MeterMonthId month) {
        return "/meter/" + month.value();
    }

    public static String meterDay(PointId point, GasDay day) {
        return "/meter/" + point.value() + "/" + AccountingPeriod.of(day) + "/" + day;
    }

    /** The event, with the record of it that is meant shown first. */
    public static String record(long position, int line) {
        return event(position) + "?line=" + line;
    }

    public static String event(long position) {
        return "/events/" + position;
    }

    public static String stream(String stream) {
        return "/events?stream=" + UriUtils.encodeQueryParam(stream, StandardCharsets.UTF_8);
    }

    public static String imported(ImportId id) {
        return "/imports/" + path(id.value());
    }

    public static String source(SourceId source) {
        return "/sources/" + source.value();
    }

    /** The source with what one of its pulls took. */
    public static String pull(SourceId source, PullId pull) {
        return source(source) + "?pull=" + UriUtils.encodeQueryParam(pull.value(), StandardCharsets.UTF_8);
    }

    /** What one import changed of locked months. */
    public static String adjustmentPackage(ImportId id) {
        return "/adjustments/import/" + path(id.value());
    }

    /** The package a cause's adjustments are decided in. */
    public static String adjustments(PackageId id) {
        return "/adjustments/" + id.value();
    }

    public static String adjustment(AdjustmentId id) {
        return "/adjustment/" + path(id.value());
    }

    public static String deadLetter(DeadLetterId id) {
        return "/dead-letters/" + path(id.value());
    }

    /** The open ones of the point's month: what blocks it. */
    public static String deadLetters(MeterMonthId month) {
        return "/dead-letters?month=" + month.value() + "&status=open";
    }

    /** The open ones of every point in the close's period. */
    public static String deadLetters(CloseId close) {
        return "/dead-letters?period=" + close.period() + "&status=open";
    }

    /** The series in the period in force. */
    public static String prices(SeriesId series) {
        return "/prices/" + series.value();
    }

    public static String prices(SeriesId series, AccountingPeriod period) {
        return "/prices/" + series.value() + "?period=" + period;
    }

    public static String point(PointId point) {
        return "/network/points/" + point.value();
    }

    public static String change(ChangeId change) {
        return "/changes/" + change.value();
    }

    public static String contract(ContractId contract) {
        return "/network/contracts/" + contract.value();
    }

    public static String variances(CloseId close) {
        return close(close) + "/variance";
    }

    public static String journal(CloseId close) {
        return close(close) + "/journal";
    }

    /** What became of the close's journal at the ERP. */
    public static String erp(CloseId close) {
        return journal(close) + "/erp";
    }

    /** What became of any journal at the ERP. */
    public static String erp(JournalId journal) {
        return journal.belongsToClose() ? erp(journal.close()) : deeds(journal);
    }

    /** Behind it the deeds on a journal: {@code /repost}, {@code /remap}, {@code /reconcile}. */
    public static String deeds(JournalId journal) {
        return journal(journal.close())
                + journal.value().substring(journal.close().value().length());
    }

    /** What the month was accrued at before its close. */
    public static String accrual(CloseId close) {
        return close(close) + "/accrual";
    }

    public static String documents(CloseId close) {
        return close(close) + "/documents";
    }

    public static String document(CloseId close, String name) {
        return documents(close) + "/" + path(name);
    }

    /** Every note and file of a close. */
    public static String notes(CloseId close) {
        return close(close) + "/notes";
    }

    public static String note(CloseId close, int note) {
        return notes(close) + "#note-" + note;
    }

    public static String evidence(CloseId close, int evidence) {
        return close(close) + "/evidence/" + evidence;
    }

    /** The task or line itself; {@code close} is whose papers it stands in. */
    public static String subject(CloseId close, Subject subject) {
        List<String> of = subject.parts();
        return switch (subject.kind()) {
            case TASK -> close(close) + "#papers";
            case STATEMENT_LINE ->
                statementPoint(
                        close,
                        new ShipperId(of.get(0)),
                        new ContractId(of.get(1)),
                        new PointId(of.get(2)),
                        Direction.valueOf(of.get(3)));
            case ALLOCATION_DAY ->
                allocation(
                        month(close, of.get(1)),
                        new PointId(of.get(0)),
                        new GasDay(of.get(1)),
                        Direction.valueOf(of.get(2)));
            case JOURNAL_LINE -> journal(CloseId.of(close.group(), new AccountingPeriod(of.get(0))));
            case BALANCE_DAY -> balance(month(close, of.get(1)), new AreaId(of.get(0)));
            case VARIANCE_LINE ->
                variances(close) + "/" + of.get(0) + "/" + of.get(1) + "/" + word(Direction.valueOf(of.get(2)));
            case POINT_DAY -> meterDay(new PointId(of.get(0)), new GasDay(of.get(1)));
            case DEAD_LETTER -> deadLetter(new DeadLetterId(of.get(0)));
        };
    }

    private static CloseId month(CloseId close, String day) {
        return CloseId.of(close.group(), AccountingPeriod.of(new GasDay(day)));
    }

    public static BalanceId balanceOf(CloseId close, AreaId area) {
        return BalanceId.of(area, close.period());
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static String path(String id) {
        return UriUtils.encodePath(id, StandardCharsets.UTF_8);
    }
}
