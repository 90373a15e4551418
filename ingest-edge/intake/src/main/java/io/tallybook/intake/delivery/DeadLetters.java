package io.tallybook.intake.delivery;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.row.Row;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.deadletter.DeadLetterCommand.ReceiveDeadLetter;
import io.tallybook.messages.metering.MeterMonthId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what cannot be taken into dead letters. The same file again makes the same ids, and so changes nothing. */
public final class DeadLetters {
    private static final int MAX_REASON = 500;

    private final Run run;
    private final Tally tally;
    private final List<ReceiveDeadLetter> waiting = new ArrayList<>();

    public DeadLetters(Run run, Tally tally) {
        this.run = run;
        this.tally = tally;
    }

    /** A whole row, which may have held several values. */
    public void row(int line, int values, BadValue bad, String raw) {
        add(line, "", values, bad, raw, null, null);
    }

    /**
     * One value of a row.
     *
     * @param field tells a row's values apart: letters, digits, {@code .} and {@code -}; empty when it has only one
     * @param month and {@code start}: as far as they could be read
     */
    public void value(
            int line, String field, BadValue bad, String raw, @Nullable MeterMonthId month, @Nullable Instant start) {
        add(line, field, 1, bad, raw, month, start);
    }

    private void add(
            int line,
            String field,
            int values,
            BadValue bad,
            String raw,
            @Nullable MeterMonthId month,
            @Nullable Instant start) {
        String sentence = bad.sentence();
        String reason = sentence.length() <= MAX_REASON ? sentence : sentence.substring(0, MAX_REASON);
        String id = run.source().file().brief() + "/" + line + (field.isEmpty() ? "" : "/" + field);
        waiting.add(new ReceiveDeadLetter(
                new DeadLetterId(id),
                run.source(),
                line,
                bad.category().name(),
                reason,
                Row.cut(raw),
                month,
                start,
                run.by(),
                run.at()));
        tally.count(line, Fate.REJECTED, values, reason);
        if (waiting.size() >= Courier.CHUNK) {
            send();
        }
    }

    /** Sends what waits. */
    public void send() {
        if (!waiting.isEmpty()) {
            for (Delivered delivered : run.courier().send(waiting, run.caller())) {
                if (!delivered.answer().done()) {
                    throw new DoorClosed(delivered.answer());
                }
            }
            waiting.clear();
        }
    }
}
