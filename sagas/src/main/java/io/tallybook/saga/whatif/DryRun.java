package io.tallybook.saga.whatif;

import io.tallybook.eventlog.Answer;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPrepared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close would come to, were it run now. Nothing of it was written.
 *
 * @param number of this run in this program
 * @param position of the last event of the log that was looked at
 * @param attempt of the close that these figures would be
 * @param refused what the person was refused, as it would be in earnest; null when the run began
 * @param whole whether it came to rest in its time; the figures of one that did not are not all
 * @param events that the run would write
 * @param balance kWh of all areas together; null when not every area is balanced and accepted
 * @param statements of the shippers that came so far, as they would go into the pack
 * @param journal null when not prepared
 * @param packHash null when the pack would not be ready for signatures
 * @param stops what stands in the way, step after step
 */
public record DryRun(
        long number,
        Instant at,
        CloseId closeId,
        long position,
        int attempt,
        @Nullable Answer refused,
        boolean whole,
        int events,
        @Nullable BalanceTotal balance,
        List<StatementAdded> statements,
        @Nullable JournalPrepared journal,
        @Nullable Sha256 packHash,
        List<Stop> stops) {
    public DryRun {
        statements = List.copyOf(statements);
        stops = List.copyOf(stops);
    }

    /** @param subject whom it concerns: a point, an area, a shipper, a series */
    public record Stop(CloseStep step, String subject, String sentence) {}
}
