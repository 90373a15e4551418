package io.tallybook.ui.api;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.MeterMonthId;
import java.util.Optional;

/** Ids out of addresses, and what was found by them, or 404. */
final class Found {
    private Found() {}

    /** @param id as it is written in addresses, never other words of the caller's */
    static <T> T there(Optional<T> found, String what, String id) {
        return found.orElseThrow(() -> new NotThere("There is no " + what + " " + id + "."));
    }

    static CloseId close(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }

    static MeterMonthId meterMonth(String point, String period) {
        return MeterMonthId.of(new PointId(point), new AccountingPeriod(period));
    }
}
