package io.tallybook.ui.cli;

import io.tallybook.ui.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Compares a month with an old system's file. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares a month with an old system's workbook or CSV file, figure by figure.")
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(names = "--map", required = true, paramLabel = "FILE", description = "YAML: where the file has its figures")
    Path map = Path.of("map.yaml");

    @Option(names = "--all", description = "also the figures that are equal")
    boolean all;

    @Parameters(paramLabel = "FILE", description = "the old system's file")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        for (Path needed : new Path[] {map, file}) {
            if (!Files.isReadable(needed)) {
                throw new CannotStart("The file " + needed + " is not there or cannot be read.");
            }
        }
        Api api = remote.api();
        JsonNode compared = api.files(which.path(api) + "/comparison", "map", map, "file", file);
        if (remote.json) {
            System.out.println(compared);
            return 0;
        }
        for (JsonNode line : compared.get("lines")) {
            if (all || line.get("difference").decimalValue().signum() != 0) {
                System.out.println(line(line));
            }
        }
        compared.get("unread").forEach(unread -> System.out.println("not read: " + unread.asString()));
        System.out.println(compared.get("differing").asLong() + " of "
                + compared.get("lines").size() + " figures differ.");
        return 0;
    }

    private static String line(JsonNode line) {
        StringBuilder causes = new StringBuilder();
        for (JsonNode cause : line.get("causes")) {
            causes.append(causes.isEmpty() ? "  " : "; ")
                    .append(word(cause.get("reason")))
                    .append(cause.get("detail").asString().isEmpty() ? "" : ": ")
                    .append(cause.get("detail").asString());
        }
        return "%-8s %-24s %-11s ours %18s  theirs %18s  difference %18s%s"
                .formatted(
                        word(line.get("kind")),
                        line.get("subject").asString(),
                        word(line.get("measure")),
                        figure(line.get("ours")),
                        figure(line.get("theirs")),
                        figure(line.get("difference")),
                        causes);
    }

    private static String word(JsonNode constant) {
        return constant.asString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String figure(JsonNode figure) {
        return figure.isNull() ? "–" : figure.decimalValue().toPlainString();
    }
}
