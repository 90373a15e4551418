package io.tallybook.ui.start;

import io.tallybook.ui.Program;
import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built program, running until it is closed as Ctrl-C closes it. */
record Started(Process process, Path output) implements AutoCloseable {
    private static final int MOST_SECONDS = 300;
    private static final int LOOKS_PER_SECOND = 10;

    static Started start(Map<String, String> environment, String... arguments) throws Exception {
        Path output = Files.createTempFile("tallybook", ".out");
        Started started = new Started(Program.start(environment, output, arguments), output);
        for (int look = 0; look < MOST_SECONDS * LOOKS_PER_SECOND; look++) {
            if (started.printed().contains("Ctrl-C stops it.")) {
                return started;
            }
            if (started.process.waitFor(1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        started.close();
        throw new AssertionError("did not start: " + started.printed());
    }

    static Started start(String... arguments) throws Exception {
        return start(Map.of(), arguments);
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    String address() throws IOException {
        return found("(http://127\\.0\\.0\\.1:\\d+)");
    }

    /** The one-time code. */
    String code() throws IOException {
        return found("one-time code: +(\\S+)");
    }

    String found(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(printed());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + printed());
        }
        return matcher.group(1);
    }

    /** The API with nobody signed in. */
    Api api() throws IOException {
        return new Api(address(), "test", null);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError("did not stop within a minute");
    }
}
