package io.tallybook.eventlog;

import io.tallybook.messages.Command;
import java.util.List;

/** The one way in for page, API, CLI, connectors and processes. Never throws for what a command can come to. */
public interface CommandDoor {
    /** Gives one order and waits until it is durable or has come to nothing, at most 30 s. */
    Answer send(Command command, Caller caller);

    /**
     * Gives many orders at once, those to one aggregate in the order of the list, at most 64 under way; the answers stand in
     * the order of the orders. Meant for import and processes.
     */
    List<Answer> sendAll(List<? extends Command> commands, Caller caller);
}
