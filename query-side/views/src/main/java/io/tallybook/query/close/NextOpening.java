package io.tallybook.query.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.close.Escalation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The period that nobody has opened yet and everything is ready for.
 *
 * @param due the end of its first business day, by which it has to be open
 * @param late whom it has reached that it is not; null while there is time
 */
public record NextOpening(
        AccountingPeriod period, Instant due, @Nullable Escalation late) {}
