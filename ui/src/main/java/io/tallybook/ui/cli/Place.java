package io.tallybook.ui.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server keeps its data. */
final class Place {
    @Option(
            names = "--data",
            defaultValue = "${user.home}/.tallybook",
            description = "data directory (default ~/.tallybook)")
    Path data = Path.of(".tallybook");

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description =
                    "postgresql://HOST/DATABASE: a server to use instead of the embedded one, passwords as in docs/operating")
    @Nullable String postgres;
}
