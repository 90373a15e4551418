package io.tallybook.ui.cli;

import io.tallybook.migrations.DatabaseNotStarted;
import io.tallybook.ui.CannotStart;
import io.tallybook.ui.DiskFull;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.util.stream.Stream;

/** What a person reads when a command fails: one sentence for what we foresaw, the stack trace only for what we did not. */
public final class Sentence {
    private Sentence() {}

    /** @return the exit code, 1; the signal's own when the program was asked to stop, and then nothing is printed */
    public static int print(Throwable failure, PrintWriter err) {
        if (Stop.isAsked()) {
            return 1;
        }
        String foreseen = Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(Sentence::foreseen)
                .findFirst()
                .map(Throwable::getMessage)
                .orElse("");
        if (failure instanceof ConnectException || failure.getCause() instanceof ConnectException) {
            foreseen = "Nothing answers at that address; start Tallybook first ('./tallybook start') or give --server.";
        }
        if (DiskFull.isBehind(failure)) {
            foreseen =
                    "The disk is full; free some space in the data directory and start again. Nothing acknowledged is lost.";
        }
        if (foreseen.isEmpty()) {
            failure.printStackTrace(err);
            foreseen = "Tallybook failed in a way it did not foresee; the trace stands above.";
        }
        err.println("tallybook: " + foreseen);
        err.flush();
        return 1;
    }

    private static boolean foreseen(Throwable t) {
        return t instanceof CannotStart || t instanceof DatabaseNotStarted || t instanceof ApiRefused;
    }
}
