package io.tallybook.ui.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.query.statement.StatementLineView;
import io.tallybook.query.statement.StatementPointView;
import io.tallybook.query.statement.StatementView;
import io.tallybook.ui.frame.Leaf;
import io.tallybook.ui.table.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Shows on each level of a statement that its lines sum to the level above, to the last digit, and what it was made from. */
final class StatementChecks {
    private static final int BRIEF = 12;

    private StatementChecks() {}

    static void totals(Leaf leaf, StatementView statement, List<StatementPointView> points, Figures words) {
        StatementTotals t = statement.totals();
        if (t == null) {
            return;
        }
        String currency = t.sales().currency();
        leaf.figure("column.receipts", words.energy(t.receipts()), "kWh")
                .figure("column.purchases", words.money(t.purchases()), currency)
                .figure("column.deliveries", words.energy(t.deliveries()), "kWh")
                .figure("column.sales", words.money(t.sales()), currency);
        CashOutTotals settled = t.cashOut();
        if (settled != null) {
            leaf.figure("column.overSupply", words.energy(settled.dueShipper()), "kWh")
                    .figure("column.overSupplyPaid", words.money(settled.payable()), currency)
                    .figure("column.underSupply", words.energy(settled.duePipeline()), "kWh")
                    .figure("column.underSupplyPaid", words.money(settled.receivable()), currency);
        }
        boolean equal = energy(points, Direction.RECEIPT).equals(t.receipts())
                && energy(points, Direction.DELIVERY).equals(t.deliveries())
                && money(points, Direction.RECEIPT, currency).equals(t.purchases())
                && money(points, Direction.DELIVERY, currency).equals(t.sales());
        leaf.check("check.points", words.word(equal ? "check.same" : "check.differs"), null);
    }

    private static Energy energy(List<StatementPointView> points, Direction way) {
        return points.stream()
                .filter(p -> p.direction() == way)
                .map(StatementPointView::energy)
                .reduce(Energy.ZERO, Energy::plus);
    }

    private static Money money(List<StatementPointView> points, Direction way, String currency) {
        return points.stream()
                .filter(p -> p.direction() == way)
                .map(StatementPointView::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    static void lines(Leaf leaf, StatementPointView parent, List<StatementLineView> lines, Figures words) {
        Energy energy = lines.stream().map(l -> l.line().energy()).reduce(Energy.ZERO, Energy::plus);
        Money amount = lines.stream()
                .map(l -> l.line().amount())
                .reduce(Money.zero(parent.amount().currency()), Money::plus);
        boolean equal = energy.equals(parent.energy()) && amount.equals(parent.amount());
        leaf.check("check.above", words.energy(parent.energy()) + " kWh", null)
                .check("check.lines", words.energy(energy) + " kWh", null)
                .check("check.above", words.money(parent.amount()) + " " + amount.currency(), null)
                .check("check.lines", words.money(amount) + " " + amount.currency(), null)
                .check("check.result", words.word(equal ? "check.equal" : "check.differs"), null);
    }

    /** Version lines are written {@code kind|what|version}; a long hash is shown by its beginning. */
    static void versions(Leaf leaf, StatementView statement) {
        for (String version : statement.versions()) {
            String[] parts = version.split("\\|", -1);
            String text = Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.matches("[0-9a-f]{64}") ? part.substring(0, BRIEF) + "…" : part)
                    .collect(Collectors.joining(" "));
            leaf.fact("version." + parts[0], text);
        }
    }
}
