package io.tallybook.eventlog;

import io.tallybook.messages.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the door says.
 *
 * @param stream the target's stream
 * @param sequence sequence of the stream's last event after the command; −1 when unknown
 * @param position position of the last event this command wrote; −1 when it wrote none
 * @param events how many events it wrote
 * @param rule the rule that refused, else null
 * @param sentence what a person should read, empty when accepted
 * @param traceId for the log, never empty
 */
public record Answer(
        Outcome outcome,
        String commandId,
        String stream,
        long sequence,
        long position,
        int events,
        @Nullable String rule,
        Map<String, String> evidence,
        String sentence,
        String traceId) {
    /** Accepted or unchanged. */
    public boolean done() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.UNCHANGED;
    }
}
