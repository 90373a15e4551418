package io.tallybook.ui.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;

/** Holds the log against what may stand in it. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Verifies the log.",
        subcommands = LedgerCommand.Verify.class)
public final class LedgerCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new ParameterException(new CommandLine(this), "Say what to do: 'ledger verify'.");
    }

    /** Exit code 0 when every row is the application's own, 1 when one is not. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Reads the whole log and names every row the application cannot have written.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Override
        public Integer call() {
            JsonNode report = remote.api().get("/api/v1/ledger/verification");
            if (remote.json) {
                System.out.println(report);
            } else {
                print(report);
            }
            return report.get("faults").asLong() == 0 ? 0 : 1;
        }

        private static void print(JsonNode report) {
            JsonNode findings = report.get("findings");
            for (JsonNode each : findings) {
                System.out.println("%12d  %-11s %s"
                        .formatted(
                                each.get("position").asLong(),
                                each.get("fault").asString(),
                                each.get("says").asString()));
            }
            long faults = report.get("faults").asLong();
            if (faults > findings.size()) {
                System.out.println("and " + (faults - findings.size()) + " more");
            }
            long events = report.get("events").asLong();
            System.out.println(
                    faults == 0
                            ? events + " events, each written by a command, none missing."
                            : events + " events, " + faults + " findings: somebody must look at them.");
        }
    }
}
