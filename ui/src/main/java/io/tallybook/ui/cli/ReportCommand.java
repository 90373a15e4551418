package io.tallybook.ui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Fetches the issued close pack. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes the issued documents of a close into a directory.")
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--out", defaultValue = ".", description = "directory (default here)")
    Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        Api api = remote.api();
        if (fetch(api, which.path(api), out) == 0) {
            throw new ApiRefused(
                    0, "not-issued", "No document of " + which.period + " is issued yet; that happens after posting.");
        }
        return 0;
    }

    /** @return how many documents were written, each byte for byte as issued */
    public static int fetch(Api api, String close, Path out) throws IOException {
        Files.createDirectories(out);
        JsonNode documents = api.get(close + "/documents");
        for (JsonNode document : documents) {
            String name = document.get("document").get("name").asString();
            Files.write(out.resolve(name), api.bytes(close + "/documents/" + name));
        }
        return documents.size();
    }
}
