package io.tallybook.command.adjustment;

import io.tallybook.messages.PointId;
import io.tallybook.messages.close.CloseId;

/** A point in a closed month: what is calculated at a time. */
record PointMonth(CloseId closeId, PointId point) {
    String key() {
        return closeId.value() + "|" + point.value();
    }
}
