package io.tallybook.ui.setup;

import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.LineAmounts;
import io.tallybook.messages.variance.LineFigures;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.ThresholdsCommand.SetThreshold;
import io.tallybook.messages.variance.ThresholdsId;
import io.tallybook.messages.variance.VarianceReviewCommand.SetBudget;
import io.tallybook.messages.variance.VarianceReviewCommand.SetHeatingValue;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.query.variance.BudgetView;
import io.tallybook.query.variance.HeatingValueView;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of budgets, heating values and thresholds: what months are compared with, and when a difference needs a word. */
final class SetupVariances {
    private static final String HEAT = "Heating value, kWh/m3";
    private static final String BUDGET_MONTH = "Budget month";

    private SetupVariances() {}

    /** The first row of a contract's month orders the whole month. */
    static List<Command> budget(SetupRow row, List<SetupRow> rows, Set<String> begun, PersonId by, Instant at) {
        VarianceReviewId review =
                VarianceReviewId.of(new ContractId(row.cell("Contract")), Cells.period(row, BUDGET_MONTH));
        if (!begun.add("budget:" + review.value())) {
            return List.of();
        }
        List<LineFigures> lines = rows.stream()
                .filter(each -> each.sheet() == SetupSheet.BUDGET)
                .filter(each -> each.cell("Contract").equals(review.contract().value())
                        && each.cell(BUDGET_MONTH).equals(review.period().value()))
                .map(SetupVariances::line)
                .toList();
        return List.of(new SetBudget(review, lines, by, at));
    }

    private static LineFigures line(SetupRow row) {
        return new LineFigures(
                new PointId(row.cell("Point")),
                Cells.choice(row, "Direction", Direction.class),
                new LineAmounts(
                        new Energy(Cells.number(row, "Quantity, kWh")),
                        new Money(Cells.number(row, "Money"), row.cell("Currency")),
                        row.cells().containsKey(HEAT) ? new HeatingValue(Cells.number(row, HEAT)) : null));
    }

    static Command heatingValue(SetupRow row, PersonId by, Instant at) {
        return new SetHeatingValue(
                VarianceReviewId.of(new ContractId(row.cell("Contract")), Cells.period(row, "Measured month")),
                new PointId(row.cell("Point")),
                new HeatingValue(Cells.number(row, HEAT)),
                by,
                at);
    }

    static Command threshold(SetupRow row, PersonId by, Instant at) {
        VarianceThreshold threshold = new VarianceThreshold(
                Cells.period(row, "Effective from"),
                new ThresholdScope(row.cell("Scope")),
                limit(row, "Money limit"),
                limit(row, "Percent limit"),
                !row.cell("Both limits", SetupSheet.YES).equalsIgnoreCase(SetupSheet.NO));
        return new SetThreshold(ThresholdsId.of(new CloseGroup(row.cell("Close group"))), threshold, by, at);
    }

    private static @Nullable BigDecimal limit(SetupRow row, String heading) {
        return row.cells().containsKey(heading) ? Cells.number(row, heading) : null;
    }

    static List<String> cells(BudgetView budget) {
        LineAmounts amounts = budget.figures().amounts();
        HeatingValue heat = amounts.heatingValue();
        return List.of(
                budget.review().contract().value(),
                budget.review().period().value(),
                budget.figures().point().value(),
                budget.figures().direction().name(),
                amounts.energy().kwh().toPlainString(),
                amounts.money().amount().toPlainString(),
                amounts.money().currency(),
                heat == null ? "" : heat.kwhPerM3().toPlainString());
    }

    static List<String> cells(HeatingValueView heat) {
        return List.of(
                heat.review().contract().value(),
                heat.review().period().value(),
                heat.point().value(),
                heat.heatingValue().kwhPerM3().toPlainString());
    }

    static List<String> cells(CloseGroup group, VarianceThreshold limit) {
        return List.of(
                group.value(),
                limit.scope().value(),
                limit.effectiveFrom().value(),
                plain(limit.money()),
                plain(limit.percent()),
                limit.both() ? SetupSheet.YES : SetupSheet.NO);
    }

    private static String plain(@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.stripTrailingZeros().toPlainString();
    }
}
