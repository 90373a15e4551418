package io.tallybook.ui.cli;

import io.tallybook.ui.CannotStart;
import io.tallybook.ui.access.TokenScope;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs in at the terminal and keeps the token in a file, for the commands of a script. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Signs in and writes a token, or one for a program, into a new file of mode 0600.")
public final class TokenCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a file that does not exist yet")
    Path out = Path.of("token");

    @Option(
            names = "--name",
            description = "what the token is for; without a name it is one of signing in, for twelve hours")
    @Nullable String name;

    @Option(
            names = "--scope",
            description = "with --name: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})",
            defaultValue = "READ")
    TokenScope scope = TokenScope.READ;

    @Option(
            names = "--days",
            description = "with --name: how long it lives, 1 to 366 (default ${DEFAULT-VALUE})",
            defaultValue = "90")
    int days = 90;

    @Override
    public Integer call() throws IOException {
        Api api = remote.api();
        String token = name == null
                ? api.token()
                : api.post("/api/v1/me/tokens", Map.of("name", name, "scope", scope.name(), "days", days))
                        .get("token")
                        .asString();
        try {
            Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("The file " + out + " exists already; name a new one.");
        }
        Files.writeString(out, token + "\n");
        System.out.println("The token is in " + out + "; give it with --token-file.");
        return 0;
    }
}
