package io.tallybook.intake.metering;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Moment;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import org.jspecify.annotations.Nullable;

/** One value as a delivery brings it, before anything is known about its point. */
interface Candidate {
    int line();

    /** Tells the row's values apart in a dead letter's id; empty when the row has one value. */
    String field();

    String raw();

    /** The point's id as far as the delivery knows it; it may not exist. */
    String point() throws BadValue;

    Moment moment() throws BadValue;

    /** Signed, positive into the system; null when there is no value. */
    @Nullable Energy energy() throws BadValue;

    /** Whether having no value that day is in order by the delivery's own rule. */
    boolean mayBeAbsent(GasDay day);

    /** The source's word, or empty. */
    String quality();
}
