package io.tallybook.report.workbook;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.balance.BalanceDay;
import io.tallybook.messages.metering.DayTotal;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.pack.CloseMonth.AreaMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds an area's balance against its own quantities before anything is written: the sheet's formulas follow from the
 * quantities, so a balance that says otherwise must not be issued.
 */
final class BalanceCheck {
    private BalanceCheck() {}

    static void of(AreaMonth area) {
        Map<GasDay, Energy> receipts = new HashMap<>();
        Map<GasDay, Energy> deliveries = new HashMap<>();
        Map<GasDay, Energy> fuel = new HashMap<>();
        Map<GasDay, Energy> stored = new HashMap<>();
        area.points().forEach(point -> {
            for (DayTotal day : point.days()) {
                if (point.role() == PointRole.FUEL) {
                    fuel.merge(day.day(), day.signed().negate(), Energy::plus);
                } else if (point.role().keeps()) {
                    stored.merge(day.day(), day.signed().negate(), Energy::plus);
                } else {
                    receipts.merge(day.day(), day.receipt(), Energy::plus);
                    deliveries.merge(day.day(), day.delivery(), Energy::plus);
                }
            }
        });
        for (BalanceDay day : area.days()) {
            boolean same = day.receipts().equals(receipts.getOrDefault(day.day(), Energy.ZERO))
                    && day.deliveries().equals(deliveries.getOrDefault(day.day(), Energy.ZERO))
                    && day.burnt().equals(fuel.getOrDefault(day.day(), Energy.ZERO))
                    && day.storageChange().equals(stored.getOrDefault(day.day(), Energy.ZERO));
            if (!same) {
                throw new IllegalStateException("the balance of " + area.area().value() + " on " + day.day()
                        + " is not the sum of its points: no workbook is written");
            }
        }
    }
}
