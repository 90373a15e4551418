package io.tallybook.messages.adjustment;

import io.tallybook.messages.GasDay;
import io.tallybook.messages.metering.DayTotal;

/** A gas day as it stands and as it would stand. */
public record RestatedDay(DayTotal before, DayTotal after) {
    public GasDay day() {
        return after.day();
    }
}
