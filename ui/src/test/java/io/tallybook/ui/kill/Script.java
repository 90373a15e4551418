package io.tallybook.ui.kill;

import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * People at a running demo who give what orders are not given yet; begun again after a kill they go on. What was answered to
 * them stands for good.
 */
abstract class Script implements Runnable {
    private static final int LOOK_EVERY_MS = 50;

    private final Child child;
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean ended;

    Script(Child child) {
        this.child = child;
    }

    /** Everything that is left to do at the demo of this address. */
    abstract void give(String address) throws IOException, InterruptedException;

    @Override
    public final void run() {
        try {
            child.await("Ctrl-C stops it");
            give(child.await("(http://127\\.0\\.0\\.1:\\d+)"));
            ended = true;
        } catch (ApiRefused e) {
            if (e.status() != 0) { // no answer: it was killed
                failure.set(e);
            }
        } catch (AssertionError | IOException | InterruptedException e) {
            if (child.runs()) {
                failure.set(new IllegalStateException(e));
            }
        }
    }

    final Api as(String address, String user) throws IOException, InterruptedException {
        return new Api(address, "api", null).signIn(user, child.await("^  " + user + " +(\\S+)"));
    }

    final void told(JsonNode answer) {
        answers.add(answer);
    }

    static JsonNode await(Api person, String path, Predicate<JsonNode> wanted) throws InterruptedException {
        JsonNode found = person.get(path);
        while (!wanted.test(found)) {
            Thread.sleep(LOOK_EVERY_MS);
            found = person.get(path);
        }
        return found;
    }

    /** Whether there is nothing left to do. */
    final boolean done() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return ended;
    }

    /** What they were told is done: stream, sequence and position each. */
    final List<JsonNode> answers() {
        return List.copyOf(answers);
    }
}
