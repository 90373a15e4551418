package io.tallybook.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.query.cashout.CashOutTableView;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetupCashOutsTest {
    private static final PersonId ERIC = new PersonId("eric");
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private static final List<SetupRow> ROWS = Stream.of(
                    List.of("tariff", "", "DUE_PIPELINE", "0", "", "1"),
                    List.of("tariff", "", "DUE_SHIPPER", "0", "", "1"),
                    List.of("tariff", "2026-11", "DUE_PIPELINE", "0", "5", "1"),
                    List.of("tariff", "2026-11", "DUE_PIPELINE", "5", "", "1.1"),
                    List.of("tariff", "2026-11", "DUE_SHIPPER", "0", "", "0.9"))
            .map(cells -> ChangeContent.row(SetupSheet.CASH_OUT_TABLES, 5, cells))
            .toList();

    /** The rows of one period are one table; a workbook with what stands is read back as it was written. */
    @Test
    void theTiersOfEachPeriodAreOneOrder() {
        SetupOrders orders = new SetupOrders(ROWS, List.of(), ERIC, AT, false);

        List<DefineCashOutTable> given = ROWS.stream()
                .flatMap(row -> orders.of(row).stream())
                .map(DefineCashOutTable.class::cast)
                .toList();

        CashOutTiers first = new CashOutTiers(List.of(tier("0", "1")), List.of(tier("0", "1")));
        CashOutTiers later = new CashOutTiers(
                List.of(
                        new CashOutTier(new BigDecimal("0"), new BigDecimal("5"), new BigDecimal("1")),
                        tier("5", "1.1")),
                List.of(tier("0", "0.9")));
        CashOutTableId tariff = new CashOutTableId("tariff");
        AccountingPeriod november = new AccountingPeriod("2026-11");
        assertThat(given)
                .containsExactly(
                        new DefineCashOutTable(tariff, first, null, ERIC, AT),
                        new DefineCashOutTable(tariff, later, november, ERIC, AT));
        assertThat(Stream.of(
                                new CashOutTableView(tariff, 1, null, first, ERIC, AT, 1),
                                new CashOutTableView(tariff, 2, november, later, ERIC, AT, 2))
                        .flatMap(SetupCashOuts::cells)
                        .map(cells -> ChangeContent.row(SetupSheet.CASH_OUT_TABLES, 5, cells)))
                .containsExactlyElementsOf(ROWS);
    }

    @Test
    void saysWhichTableIsNone() {
        SetupRow alone = ROWS.getFirst();
        assertThatThrownBy(() -> new SetupOrders(List.of(alone), List.of(), ERIC, AT, false).of(alone))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'tariff'");
    }

    private static CashOutTier tier(String above, String factor) {
        return new CashOutTier(new BigDecimal(above), null, new BigDecimal(factor));
    }
}
