package io.tallybook.query.nomination;

import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.nomination.NominationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands of one gas day of one kind, as recorded last.
 *
 * @param receipt null where nothing stands that way
 */
public record NominationView(
        GasDay day,
        NominationKind kind,
        @Nullable Energy receipt,
        @Nullable Energy delivery,
        int version,
        Source source,
        PersonId by,
        Instant recordedAt,
        long position) {}
