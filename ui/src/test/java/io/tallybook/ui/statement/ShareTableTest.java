package io.tallybook.ui.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.query.allocation.DayAllocationView;
import io.tallybook.query.allocation.DayAllocationView.DayShareView;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.ImbalanceView.ImbalanceDay;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Row;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ShareTableTest {
    private static final GasDay DAY = new GasDay("2024-10-01");
    private static final PointId POINT = new PointId("ellund");

    @Test
    void showsThePercentageOfADaySplitByIt() {
        DayAllocationView day = day(AllocationMethod.PERCENTAGE, null, null);

        assertThat(ShareTable.columns(day))
                .extracting(Column::key)
                .containsExactly("shipper", "contract", "contractVersion", "method", "share", "energy", "position");
        assertThat(plain(day)).containsExactly("Nord", "nord", "1", "percentage", "0.50000000", "100", "7");
    }

    @Test
    void showsNominationAndImbalanceInPlaceOfAPercentage() {
        DayAllocationView day = day(AllocationMethod.RANKED, Energy.ofKwh(120), null);

        assertThat(ShareTable.columns(day))
                .extracting(Column::key)
                .containsExactly(
                        "shipper",
                        "contract",
                        "contractVersion",
                        "method",
                        "nominated",
                        "imbalance",
                        "energy",
                        "position");
        assertThat(plain(day)).containsExactly("Nord", "nord", "1", "ranked", "120", "-20", "100", "7");
    }

    @Test
    void showsTheOperatorsValueWithItsFactor() {
        DayAllocationView day = day(AllocationMethod.OPERATOR_PROVIDED, null, Energy.ofKwh(96));

        assertThat(plain(day)).containsExactly("Nord", "nord", "1", "operator-provided", "96", "100", "7");
        assertThat(day.factor()).isEqualByComparingTo("1.04167");
    }

    @Test
    void leadsFromADaysImbalanceToItsAllocation() {
        ImbalanceDay day =
                new ImbalanceDay(DAY, Energy.ofKwh(120), null, Energy.ofKwh(100), Energy.ofKwh(-20), Energy.ofKwh(-50));
        ImbalanceView view = new ImbalanceView(
                new ContractId("nord"),
                POINT,
                Direction.DELIVERY,
                new AllocationRunId("ellund/2024-10/1"),
                Energy.ofKwh(-30),
                Energy.ofKwh(-20),
                Energy.ofKwh(5),
                Energy.ofKwh(-20),
                List.of(day));

        Row row = ImbalanceTable.rows(new CloseId("dk/2024-10"), List.of(view)).getFirst();

        assertThat(row.cells())
                .hasSameSizeAs(ImbalanceTable.columns())
                .extracting(c -> c.plain())
                .containsExactly("nord", "2024-10-01", "120", "", "100", "-20", "-50");
        assertThat(ImbalanceTable.months(List.of(view)).getFirst().cells())
                .hasSameSizeAs(ImbalanceTable.monthColumns())
                .extracting(c -> c.plain())
                .containsExactly("nord", "-30", "-20", "5", "-20", "-25");
        assertThat(row.cells().get(4).href()).isEqualTo("/close/dk/2024-10/allocation/ellund/2024-10-01/delivery");
    }

    private static List<String> plain(DayAllocationView day) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        Row row = ShareTable.rows(day, "", new Figures(Locale.UK, ZoneOffset.UTC, words))
                .getFirst();
        assertThat(row.cells()).hasSameSizeAs(ShareTable.columns(day));
        return row.cells().stream().map(c -> c.plain()).toList();
    }

    private static DayAllocationView day(
            AllocationMethod method, @Nullable Energy nominated, @Nullable Energy operatorValue) {
        return new DayAllocationView(
                new AllocationRunId("ellund/2024-10/1"),
                POINT,
                "Ellund",
                DAY,
                Direction.DELIVERY,
                Energy.ofKwh(100),
                List.of(new DayShareView(
                        new ContractId("nord"),
                        1,
                        new ShipperId("nordgas"),
                        "Nord",
                        Share.of("0.5"),
                        method,
                        nominated,
                        operatorValue,
                        Energy.ofKwh(100),
                        7)),
                3,
                Sha256.of("input"),
                7);
    }
}
