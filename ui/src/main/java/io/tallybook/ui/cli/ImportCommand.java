package io.tallybook.ui.cli;

import io.tallybook.intake.profile.Profiles;
import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Imports files by a profile. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports files of readings or prices by a profile.")
public final class ImportCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Option(names = "--profile", required = true, description = "a YAML file, or the name of a shipped profile")
    String profile = "";

    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        Api api = remote.api();
        String text = profileText(profile);
        int code = 0;
        for (Path file : files) {
            JsonNode summary = api.importFile(profile, text, String.valueOf(file.getFileName()), file);
            System.out.println(
                    remote.json ? summary.toString() : ImportSentence.of(String.valueOf(file.getFileName()), summary));
            code = Math.max(code, summary.hasNonNull("failure") ? 1 : 0);
        }
        return code;
    }

    private static String profileText(String profile) throws IOException {
        Path file = Path.of(profile);
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        if (!Profiles.SHIPPED.contains(profile)) {
            throw new CannotStart("There is no profile file and no shipped profile '" + profile + "'; shipped are "
                    + String.join(", ", Profiles.SHIPPED) + ".");
        }
        return profile;
    }
}
