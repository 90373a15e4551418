package io.tallybook.command.balance;

import io.tallybook.command.People;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputAdded;
import io.tallybook.messages.balance.SystemBalanceEvent.BalanceInputsComplete;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.AreaEvent.RosterPoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attempt of a balance holds: the roster, when it is known, the points that have answered, and the result. */
final class BalanceAttempt {
    final BalanceId balance;
    final CloseId closeId;
    final int number;
    private final Map<PointId, BalanceInputAdded> inputs = new HashMap<>();
    private @Nullable List<RosterPoint> roster;
    private @Nullable Tolerance tolerance;
    private @Nullable Figures figures;
    private boolean accepted;

    BalanceAttempt(BalanceId balance, CloseId closeId, int number) {
        this.balance = balance;
        this.closeId = closeId;
        this.number = number;
    }

    void open(List<RosterPoint> points, Tolerance inForce) {
        roster = points;
        tolerance = inForce;
    }

    void add(BalanceInputAdded input) {
        inputs.put(input.point(), input);
    }

    void calculated(Figures result) {
        figures = result;
    }

    void accept() {
        accepted = true;
    }

    boolean isOpened() {
        return roster != null;
    }

    boolean isAccepted() {
        return accepted;
    }

    @Nullable Figures figures() {
        return figures;
    }

    @Nullable BalanceInputAdded input(PointId point) {
        return inputs.get(point);
    }

    boolean complete() {
        return roster != null && roster.stream().allMatch(p -> inputs.containsKey(p.point()));
    }

    BalanceInputsComplete inputsComplete() {
        List<String> lines = points().flatMap(this::line).toList();
        return new BalanceInputsComplete(
                balance,
                closeId,
                number,
                balance.area(),
                lines.size(),
                answers().mapToInt(BalanceInputAdded::records).sum(),
                Sha256.ofLines(lines),
                contributors());
    }

    /** Of what stands there only: how often it was delivered moves no hash (ADR 7). */
    private Stream<String> line(RosterPoint point) {
        BalanceInputAdded input = inputs.get(point.point());
        return input == null
                ? Stream.empty()
                : Stream.of(input.point().value() + "|v" + point.rule().version() + "|" + input.contentHash());
    }

    List<PersonId> contributors() {
        return People.union(answers().map(BalanceInputAdded::contributors));
    }

    Tolerance tolerance() {
        if (tolerance == null) {
            throw new IllegalStateException("the tolerance comes with the roster");
        }
        return tolerance;
    }

    /** The totals of that day of all points of these roles. */
    List<DayTotal> totals(Predicate<PointRole> roles, GasDay day) {
        return points().filter(p -> roles.test(p.role()))
                .flatMap(p -> Stream.ofNullable(inputs.get(p.point())))
                .flatMap(i -> i.days().stream())
                .filter(t -> t.day().equals(day))
                .toList();
    }

    private Stream<BalanceInputAdded> answers() {
        return points().flatMap(p -> Stream.ofNullable(inputs.get(p.point())));
    }

    private Stream<RosterPoint> points() {
        return roster == null ? Stream.empty() : roster.stream();
    }
}
