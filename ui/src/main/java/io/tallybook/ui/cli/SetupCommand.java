package io.tallybook.ui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sets a system up by a workbook. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = "Sets a system up by a workbook.",
        subcommands = {SetupCommand.Template.class, SetupCommand.Import.class})
public final class SetupCommand implements Callable<Integer> {
    /** Of a row that was only checked. */
    private static final String NEW = "NEW";

    private static final Set<String> DONE = Set.of("ACCEPTED", "UNCHANGED", NEW);

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                new picocli.CommandLine(this), "Say what to do: 'setup template' or 'setup import FILE'.");
    }

    /** Writes the workbook with what is there. */
    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Writes the workbook, with everything that is set up already.")
    static final class Template implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Option(names = "--out", description = "file (default ${DEFAULT-VALUE})", defaultValue = "tallybook-setup.xlsx")
        Path out = Path.of("tallybook-setup.xlsx");

        @Override
        public Integer call() throws IOException {
            Files.write(out, remote.api().bytes("/api/v1/setup/workbook"));
            System.out.println("Written: " + out);
            return 0;
        }
    }

    /** Takes a workbook in. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Takes a filled-in workbook in, row by row; what is there already stays as it is.")
    static final class Import implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--check", description = "only reads the workbook and says what is wrong")
        boolean check;

        @Override
        public Integer call() {
            JsonNode rows = remote.api().workbook("/api/v1/setup/workbook?check=" + check, file);
            if (remote.json) {
                System.out.println(rows);
            }
            int failed = 0;
            for (JsonNode row : rows) {
                boolean done = DONE.contains(outcome(row));
                failed += done ? 0 : 1;
                if (!remote.json) {
                    System.out.println(line(row));
                }
            }
            if (!remote.json) {
                System.out.println(rows.size() + " rows, " + failed + " not taken.");
            }
            return failed == 0 ? 0 : 1;
        }

        private static String outcome(JsonNode row) {
            return row.hasNonNull("outcome") ? row.get("outcome").asString() : NEW;
        }

        private static String line(JsonNode row) {
            String password = row.hasNonNull("password")
                    ? "  password, shown this once: " + row.get("password").asString()
                    : "";
            return "%-13s row %-4d %-24s %s%s%s"
                    .formatted(
                            row.get("sheet").asString(),
                            row.get("line").asInt(),
                            row.get("what").asString(),
                            outcome(row).toLowerCase(java.util.Locale.ROOT),
                            row.get("sentence").asString().isEmpty()
                                    ? ""
                                    : ": " + row.get("sentence").asString(),
                            password);
        }
    }
}
