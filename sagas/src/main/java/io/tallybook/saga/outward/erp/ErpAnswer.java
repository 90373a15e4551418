package io.tallybook.saga.outward.erp;

import io.tallybook.messages.journal.Booked;
import io.tallybook.messages.journal.RefusedLine;
import java.time.Duration;
import java.util.List;

/** What the ERP said of a key. */
sealed interface ErpAnswer {
    /**
     * It has booked it.
     *
     * @param bytes the answer as it came, evidence of the acknowledgement
     */
    record Holds(Booked booked, byte[] bytes) implements ErpAnswer {}

    /** It does not know the key: nothing is booked under it. */
    record HoldsNot() implements ErpAnswer {}

    /** It has not booked the batch and says why. */
    record Refuses(String reason, List<RefusedLine> lines) implements ErpAnswer {}

    /**
     * Nothing to rely on: time-out, cut connection, a fault of its own, or no words we know.
     *
     * @param pause how long the ERP asks to be left alone; zero when it does not say
     */
    record Unknown(String sentence, Duration pause) implements ErpAnswer {
        Unknown(String sentence) {
            this(sentence, Duration.ZERO);
        }
    }
}
