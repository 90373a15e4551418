package io.tallybook.ui.real;

import io.tallybook.ui.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built program's demo left open, as a person starts it; its people sign in with the passwords it prints. */
final class OpenDemo implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("demo is at (http://\\S+)");
    private static final Pattern USER = Pattern.compile("(?m)^  ([a-z0-9-]+) +(\\S+)   .*\\(sample\\)");

    private final Process process;
    private final String address;
    private final Map<String, String> passwords = new TreeMap<>();

    OpenDemo(Path data) throws IOException, InterruptedException {
        Path output = Files.createTempFile("demo", ".out");
        process = Program.start(output, "demo", "--data", data.toString(), "--port", "0");
        String printed = await(process, output, "Ctrl-C stops it.");
        Matcher at = ADDRESS.matcher(printed);
        at.find();
        address = at.group(1);
        Matcher users = USER.matcher(printed);
        while (users.find()) {
            passwords.put(users.group(1), users.group(2));
        }
    }

    String address() {
        return address;
    }

    Person as(String user) {
        return Person.signIn(address, user, passwords.getOrDefault(user, ""));
    }

    /** Imports over the command line, as a person with a token file. */
    Program.Run importFile(String user, Path file) throws IOException, InterruptedException {
        Path token = Files.createTempFile(
                "token", ".txt", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, as(user).token());
        return Program.run(
                "import",
                "--server",
                address,
                "--token-file",
                token.toString(),
                "--profile",
                "energinet-gasflow",
                file.toString());
    }

    /** What it has printed, up to those words. */
    static String await(Process process, Path output, String words) throws IOException, InterruptedException {
        while (process.isAlive()) {
            String printed = Files.readString(output);
            if (printed.contains(words)) {
                return printed;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("the program ended:\n" + Files.readString(output));
    }

    @Override
    public void close() throws InterruptedException {
        stop(process);
    }

    /** As Ctrl-C does. */
    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the program did not stop");
        }
    }
}
