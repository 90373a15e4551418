package io.tallybook.ui.setup;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.cashout.CashOutSide;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.ImbalanceTerms.Settlement;
import io.tallybook.query.cashout.CashOutTableView;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cash-out tables and what a contract says of imbalances, as the set-up writes them. */
final class SetupCashOuts {
    private static final String TABLE = "Cash-out table";
    private static final String FROM = "Periods from";

    private SetupCashOuts() {}

    /**
     * The first row of a table orders the whole table.
     *
     * @throws Invalid when its tiers are no table; the message names it
     */
    static List<Command> table(SetupRow row, List<SetupRow> rows, Set<String> begun, PersonId by, Instant at) {
        CashOutTableId table = new CashOutTableId(row.cell(TABLE));
        String from = row.cell(FROM, "");
        if (!begun.add(table + "~" + from)) {
            return List.of();
        }
        List<SetupRow> own = rows.stream()
                .filter(each -> each.sheet() == SetupSheet.CASH_OUT_TABLES)
                .filter(each -> each.cell(TABLE).equals(table.value()))
                .filter(each -> each.cell(FROM, "").equals(from))
                .toList();
        try {
            CashOutTiers tiers =
                    new CashOutTiers(tiers(own, CashOutSide.DUE_PIPELINE), tiers(own, CashOutSide.DUE_SHIPPER));
            return List.of(
                    new DefineCashOutTable(table, tiers, from.isEmpty() ? null : new AccountingPeriod(from), by, at));
        } catch (Invalid e) {
            throw new Invalid("the cash-out table '" + table.value() + "': " + e.getMessage());
        }
    }

    private static List<CashOutTier> tiers(List<SetupRow> rows, CashOutSide side) {
        return rows.stream()
                .filter(row -> Cells.choice(row, "Side", CashOutSide.class) == side)
                .map(SetupCashOuts::tier)
                .sorted(Comparator.comparing(CashOutTier::above))
                .toList();
    }

    private static CashOutTier tier(SetupRow row) {
        BigDecimal upTo = row.cells().containsKey("Up to, %") ? Cells.number(row, "Up to, %") : null;
        return new CashOutTier(Cells.number(row, "Above, %"), upTo, Cells.number(row, "Factor"));
    }

    /**
     * What a contract's row says of imbalances; null where it says nothing.
     *
     * @throws Invalid when it names a table or a series and not that they are cashed out, or the other way round
     */
    static @Nullable ImbalanceTerms terms(SetupRow row) {
        if (Stream.of("Imbalances", TABLE, "Imbalance series").noneMatch(row.cells()::containsKey)) {
            return null;
        }
        return new ImbalanceTerms(
                Cells.choice(row, "Imbalances", Settlement.class),
                row.cells().containsKey(TABLE) ? new CashOutTableId(row.cell(TABLE)) : null,
                row.cells().containsKey("Imbalance series") ? new SeriesId(row.cell("Imbalance series")) : null);
    }

    /** The cells of a contract's row that speak of imbalances. */
    static List<String> cells(@Nullable ImbalanceTerms terms) {
        CashOutTableId table = terms == null ? null : terms.table();
        SeriesId series = terms == null ? null : terms.series();
        return List.of(
                terms == null ? "" : terms.settlement().name(),
                table == null ? "" : table.value(),
                series == null ? "" : series.value());
    }

    /** The rows of a table. */
    static Stream<List<String>> cells(CashOutTableView view) {
        return Stream.of(CashOutSide.values())
                .flatMap(side -> view.tiers().of(side).stream()
                        .map(tier -> List.of(
                                view.table().value(),
                                view.from() == null ? "" : view.from().value(),
                                side.name(),
                                tier.above().toPlainString(),
                                tier.upTo() == null ? "" : tier.upTo().toPlainString(),
                                tier.factor().toPlainString())));
    }
}
