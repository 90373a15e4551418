package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import io.tallybook.messages.Outcome;
import java.util.Map;
import java.util.UUID;

/** A command with its sender on the way through the door. */
record Order(UUID id, Command command, CommandKind kind, String stream, Caller caller) {
    static Order of(UUID id, Command command, Caller caller) {
        CommandKind kind = CommandKind.of(command.getClass());
        return new Order(id, command, kind, kind.stream(command), caller);
    }

    boolean allowed() {
        return caller.maySend(command);
    }

    /** The same command in the log, the answer and the program's own log. */
    String traceId() {
        return id.toString().replace("-", "");
    }

    Answer answer(Outcome outcome, String sentence) {
        return new Answer(outcome, id.toString(), stream, -1, -1, 0, null, Map.of(), sentence, traceId());
    }

    Answer done(Receipt receipt) {
        return new Answer(
                receipt.events() == 0 ? Outcome.UNCHANGED : Outcome.ACCEPTED,
                id.toString(),
                stream,
                receipt.sequence(),
                receipt.position(),
                receipt.events(),
                null,
                Map.of(),
                "",
                traceId());
    }

    Answer refused(Outcome outcome, String rule, Map<String, String> evidence, String sentence) {
        return new Answer(outcome, id.toString(), stream, -1, -1, 0, rule, evidence, sentence, traceId());
    }
}
