package io.tallybook.ui.demo;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A made-up budget of the demo's first month: as much every month at three points, at one price and heating value. The month
 * itself comes out otherwise, so that there is something to explain.
 */
final class SampleBudget {
    private static final Price PRICE = new Price(new BigDecimal("2.2"), "USD");
    private static final BigDecimal PLANNED_HEAT = new BigDecimal("12.0");
    private static final BigDecimal MEASURED_HEAT = new BigDecimal("12.1");

    /** Of the whole point in a month. */
    private record Planned(String point, Direction direction, long kwh) {}

    private static final List<Planned> ALL = List.of(
            new Planned("denmark", Direction.DELIVERY, 1_750_000_000L),
            new Planned("biogas", Direction.RECEIPT, 690_000_000L),
            new Planned("sweden", Direction.DELIVERY, 700_000_000L));

    private SampleBudget() {}

    /** Each shipper's contract is planned by its share of the point. */
    static void of(String period, Collection<String> shippers, Map<String, List<String>> shares, AgreedSetup setup) {
        int index = 0;
        for (String shipper : shippers) {
            String contract = shipper + "-1";
            for (Planned planned : ALL) {
                BigDecimal share = new BigDecimal(
                        shares.getOrDefault(planned.point(), List.of()).get(index));
                Energy energy = new Energy(
                        share.multiply(BigDecimal.valueOf(planned.kwh())).setScale(0, RoundingMode.HALF_UP));
                Money money = energy.at(PRICE);
                setup.row(
                        SetupSheet.BUDGET,
                        contract,
                        period,
                        planned.point(),
                        planned.direction(),
                        energy.kwh().toPlainString(),
                        money.amount().toPlainString(),
                        money.currency(),
                        PLANNED_HEAT);
                setup.row(SetupSheet.HEATING_VALUES, contract, period, planned.point(), MEASURED_HEAT);
            }
            index++;
        }
    }
}
