package io.tallybook.messages.nomination;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a NominationMonth. */
public sealed interface NominationMonthEvent extends Event {
    NominationMonthId month();

    /** The days that are new or changed, in order; one without figures was taken back. {@code version} counts from 1. */
    record NominationsRecorded(
            NominationMonthId month,
            NominationKind kind,
            List<NominatedDay> days,
            int version,
            Source source,
            PersonId by)
            implements NominationMonthEvent {}

    /**
     * What stands at the pin, days in order; version 0 and no days where nothing was ever said. {@code contributors} recorded
     * or took back what stands.
     *
     * @param use null in what was written before there was another than to allocate
     */
    record NominationsPinned(
            NominationMonthId month,
            CloseId closeId,
            int attempt,
            AreaId area,
            int version,
            List<NominatedDay> nominated,
            List<NominatedDay> operatorValues,
            List<PersonId> contributors,
            @Nullable NominationUse use)
            implements NominationMonthEvent {
        public NominationsPinned(
                NominationMonthId month,
                CloseId closeId,
                int attempt,
                AreaId area,
                int version,
                List<NominatedDay> nominated,
                List<NominatedDay> operatorValues,
                List<PersonId> contributors) {
            this(month, closeId, attempt, area, version, nominated, operatorValues, contributors, null);
        }

        /** Whether the point's allocation looks at it. */
        public boolean allocates() {
            return use == null || use.allocates();
        }
    }

    /** What this attempt was given no longer stands: the close must take it anew. */
    record NominationsOutdated(NominationMonthId month, CloseId closeId, int attempt, String reason)
            implements NominationMonthEvent {}

    /** What was nominated no longer changes. */
    record NominationsClosed(NominationMonthId month, CloseId closeId) implements NominationMonthEvent {}

    /** What was nominated may change again, for this revision of the close. */
    record NominationsReopened(NominationMonthId month, CloseId closeId, int revision)
            implements NominationMonthEvent {}
}
