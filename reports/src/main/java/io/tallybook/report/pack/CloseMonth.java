package io.tallybook.report.pack;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.balance.ImbalanceCause;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.metering.EstimateMethod;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.report.tieout.EventFigures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One month of one close group as its workbook shows it.
 *
 * @param areas by id, statements by shipper id: the order shown
 * @param events the same figures folded from the log, by a program that uses no view
 */
public record CloseMonth(
        PackHead head,
        List<StepDone> steps,
        List<Approval> approvals,
        List<PersonId> contributors,
        List<AreaMonth> areas,
        List<ContractMonth> contracts,
        List<StatementMonth> statements,
        JournalMonth journal,
        List<Explanation> explanations,
        List<Exclusion> exclusions,
        List<Decision> decisions,
        EventFigures events) {

    /** A step of the close; {@code by} is null where the house did it. */
    public record StepDone(
            CloseStep step, Instant at, @Nullable PersonId by) {}

    public record Approval(int level, PersonId by, Instant at) {}

    /** An area's frozen quantities and its balance. */
    public record AreaMonth(
            AreaId area,
            String name,
            Tolerance tolerance,
            List<PointMonth> points,
            List<BalanceDay> days,
            BalanceTotal month) {}

    /**
     * What a point moved, every gas day in force in order.
     *
     * @param estimates intervals whose figure is an estimate, in order; contained in {@code days}
     */
    public record PointMonth(
            PointId point, String name, PointRole role, List<DayTotal> days, List<EstimatedInterval> estimates) {
        /** All of it measured. */
        public PointMonth(PointId point, String name, PointRole role, List<DayTotal> days) {
            this(point, name, role, days, List.of());
        }
    }

    /** An interval that stands by an estimate: signed kWh; {@code acceptedBy} is null where it needed nobody. */
    public record EstimatedInterval(
            GasDay day,
            Instant start,
            Energy figure,
            EstimateMethod method,
            String reason,
            PersonId by,
            @Nullable PersonId acceptedBy) {}

    /** The terms a contract was pinned with. */
    public record ContractMonth(ContractId contract, ShipperId shipper, int version, List<PointShare> shares) {}

    /** Why a day, or with no day the month, did not balance. */
    public record Explanation(
            AreaId area,
            @Nullable GasDay day,
            Energy unaccounted,
            ImbalanceCause cause,
            String text,
            PersonId by,
            Instant at) {}

    /** A rejected reading a person left out of the month. */
    public record Exclusion(
            String deadLetter, PointId point, @Nullable Instant start, String reason, PersonId by, Instant at) {}

    /** What was decided about data that came while the month was frozen; {@code by} is null where the house did. */
    public record Decision(
            PointId point,
            String decision,
            String reason,
            @Nullable PersonId by,
            Instant at) {}
}
