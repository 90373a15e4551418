package io.tallybook.query.balance;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.balance.ImbalanceCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why a day, or with no day the month, did not balance; it stands for exactly the figure it explains. */
public record ExplanationView(
        @Nullable GasDay day,
        Energy unaccounted,
        ImbalanceCause cause,
        String text,
        PersonId by,
        Instant at,
        long position) {}
