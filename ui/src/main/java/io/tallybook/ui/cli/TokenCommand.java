package io.tallybook.ui.cli;

import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs in at the terminal and keeps the token in a file, for the commands of a script. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Signs in and writes a token, good for twelve hours, into a new file of mode 0600.")
public final class TokenCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "a file that does not exist yet")
    Path out = Path.of("token");

    @Override
    public Integer call() throws IOException {
        String token = remote.api().token();
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
