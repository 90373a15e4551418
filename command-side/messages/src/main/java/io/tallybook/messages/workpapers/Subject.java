package io.tallybook.messages.workpapers;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a note or a file is about: a task or a line of a close, written {@code kind:parts} ({@link SubjectKind}). It names the
 * line and no figure of it, so it stays when the figures are taken anew; a line that comes every month is the same in each.
 */
public record Subject(String value) {
    private static final int MOST_LINES = 99_999;

    public Subject {
        check(value);
    }

    public static Subject task(CloseStep step) {
        return of(SubjectKind.TASK, step.name());
    }

    public static Subject statementLine(ShipperId shipper, ContractId contract, PointId point, Direction direction) {
        return of(SubjectKind.STATEMENT_LINE, shipper.value(), contract.value(), point.value(), direction.name());
    }

    public static Subject allocationDay(PointId point, GasDay day, Direction direction) {
        return of(SubjectKind.ALLOCATION_DAY, point.value(), day.value(), direction.name());
    }

    public static Subject journalLine(AccountingPeriod month, int line) {
        return of(SubjectKind.JOURNAL_LINE, month.value(), String.valueOf(line));
    }

    public static Subject balanceDay(AreaId area, GasDay day) {
        return of(SubjectKind.BALANCE_DAY, area.value(), day.value());
    }

    public static Subject varianceLine(ContractId contract, PointId point, Direction direction) {
        return of(SubjectKind.VARIANCE_LINE, contract.value(), point.value(), direction.name());
    }

    public static Subject pointDay(PointId point, GasDay day) {
        return of(SubjectKind.POINT_DAY, point.value(), day.value());
    }

    public static Subject deadLetter(DeadLetterId id) {
        return of(SubjectKind.DEAD_LETTER, id.value());
    }

    private static Subject of(SubjectKind kind, String... parts) {
        return new Subject(kind.word() + ":" + String.join("/", parts));
    }

    public SubjectKind kind() {
        return kind(value);
    }

    /** The parts after the kind, in the order {@link SubjectKind} names them. */
    public List<String> parts() {
        return parts(value, kind());
    }

    private static SubjectKind kind(String value) {
        String word = value.replaceFirst(":.*", "");
        return Arrays.stream(SubjectKind.values())
                .filter(kind -> kind.word().equals(word) && value.length() > word.length())
                .findFirst()
                .orElseThrow(() -> new Invalid("a subject is written kind:parts, such as task:BALANCE"));
    }

    private static List<String> parts(String value, SubjectKind kind) {
        String rest = value.substring(value.indexOf(':') + 1);
        return kind == SubjectKind.DEAD_LETTER ? List.of(rest) : List.of(rest.split("/", -1));
    }

    private static void check(String value) {
        SubjectKind kind = kind(value);
        List<String> parts = parts(value, kind);
        Invalid.unless(parts.size() == kind.parts(), "a subject '" + kind.word() + "' has " + kind.parts() + " parts");
        for (int i = 0; i < parts.size(); i++) {
            check(kind.part(i), parts.get(i));
        }
    }

    private static void check(String what, String part) {
        switch (what) {
            case "shipper" -> new ShipperId(part);
            case "contract" -> new ContractId(part);
            case "point" -> new PointId(part);
            case "month" -> new AccountingPeriod(part);
            case "area" -> new AreaId(part);
            case "day" -> new GasDay(part);
            case "dead letter" -> new DeadLetterId(part);
            case "direction" -> known(part, Stream.of(Direction.values()));
            case "step" -> known(part, Stream.of(CloseStep.values()));
            default ->
                Invalid.unless(
                        part.matches("[1-9][0-9]{0,4}") && Integer.parseInt(part) <= MOST_LINES,
                        "a line is a number, was '" + part + "'");
        }
    }

    private static void known(String part, Stream<? extends Enum<?>> words) {
        Invalid.unless(words.anyMatch(word -> word.name().equals(part)), "there is no '" + part + "'");
    }
}
