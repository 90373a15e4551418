package io.tallybook.messages.nomination;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.SentBy;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.metering.Source;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a NominationMonth. */
public sealed interface NominationMonthCommand extends Command {
    NominationMonthId month();

    /**
     * The figures of 1 to 31 gas days of the month; a day given stands in place of what was said of it, a day without figures
     * takes them back, a day not given stays. Only what is new or changed is recorded, a repeat is unchanged.
     */
    @SentBy({Role.OPERATOR, Role.ACCOUNTANT, Role.ENGINEER, Role.PROCESS})
    record RecordNominations(
            @TargetAggregateIdentifier NominationMonthId month,
            NominationKind kind,
            List<NominatedDay> days,
            Source source,
            PersonId by,
            Instant at)
            implements NominationMonthCommand {
        public static final int MOST_DAYS = 31;

        public RecordNominations {
            days = List.copyOf(days);
            Invalid.unless(
                    !days.isEmpty() && days.size() <= MOST_DAYS,
                    "nominations come for 1 to 31 days, were " + days.size());
            Invalid.unless(
                    days.stream().map(NominatedDay::day).distinct().count() == days.size(),
                    "a day is nominated once in an order");
            days.forEach(d -> Invalid.unless(
                    month.period().contains(d.day()), "the gas day " + d.day() + " is not of " + month.period()));
        }
    }

    /** Asks for what stands; answered by {@code NominationsPinned}, also when nothing does, again when asked again. */
    @SentBy(Role.PROCESS)
    record PinNominations(
            @TargetAggregateIdentifier NominationMonthId month,
            CloseId closeId,
            int attempt,
            AreaId area,
            NominationUse use,
            Instant at)
            implements NominationMonthCommand {}

    /** The close is approved: what was nominated for its period stands. */
    @SentBy(Role.PROCESS)
    record CloseNominations(@TargetAggregateIdentifier NominationMonthId month, CloseId closeId, Instant at)
            implements NominationMonthCommand {}

    /** A locked month opens again: what was nominated may change until it closes anew. A revision opens it once. */
    @SentBy(Role.PROCESS)
    record ReopenNominations(
            @TargetAggregateIdentifier NominationMonthId month, CloseId closeId, int revision, Instant at)
            implements NominationMonthCommand {}
}
