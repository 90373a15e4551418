package io.tallybook.ui.cli;

import io.tallybook.ui.CannotStart;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a running server, always as a person. */
final class Remote {
    @Option(
            names = "--server",
            defaultValue = "http://127.0.0.1:8080",
            description = "address (default ${DEFAULT-VALUE})")
    String server = "http://127.0.0.1:8080";

    @Option(
            names = "--token-file",
            description = "file of mode 0600 that holds a token; without it user and password are asked for")
    @Nullable Path tokenFile;

    @Option(names = "--user", description = "user; asked for when not given")
    @Nullable String user;

    @Option(names = "--json", description = "print JSON")
    boolean json;

    Api api() {
        if (tokenFile != null) {
            return new Api(server, "cli", token(tokenFile));
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CannotStart("No terminal to ask for user and password at; give --token-file FILE.");
        }
        String name = user != null ? user : console.readLine("User: ");
        return new Api(server, "cli", null).signIn(name, new String(console.readPassword("Password: ")));
    }

    private static String token(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                    .containsAll(mode)) {
                throw new CannotStart(
                        "The token file " + file + " can be read by others; run 'chmod 600 " + file + "'.");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The token file " + file + " cannot be read.");
        }
    }
}
