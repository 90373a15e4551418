package io.tallybook.ui.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sets a system up by a workbook, and decides what others have proposed. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        description = "Sets a system up by a workbook; what one person proposes another approves.",
        subcommands = {
            SetupCommand.Template.class,
            SetupCommand.Import.class,
            SetupCommand.Changes.class,
            SetupCommand.Show.class,
            SetupCommand.Approve.class,
            SetupCommand.Reject.class
        })
public final class SetupCommand implements Callable<Integer> {
    private static final Set<String> DONE = Set.of("ACCEPTED", "UNCHANGED", "NEW", "PROPOSED");
    private static final String CHANGES = "/api/v1/changes";

    @Override
    public Integer call() {
        throw new picocli.CommandLine.ParameterException(
                new picocli.CommandLine(this),
                "Say what to do: 'setup template', 'setup import FILE', 'setup changes', 'setup show', 'setup approve' or"
                        + " 'setup reject'.");
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
            description = "Proposes what of a filled-in workbook is new as one change; grants its users at once.")
    static final class Import implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--check", description = "only reads the workbook and says what is wrong")
        boolean check;

        @Option(
                names = "--reason",
                description = "why, for who approves it (default ${DEFAULT-VALUE})",
                defaultValue = "set up by workbook")
        String reason = "";

        @Override
        public Integer call() {
            JsonNode taken = remote.api()
                    .workbook("/api/v1/setup/workbook?check=" + check + "&reason=" + Api.encode(reason), file);
            if (remote.json) {
                System.out.println(taken);
            }
            JsonNode rows = taken.get("rows");
            int failed = 0;
            for (JsonNode row : rows) {
                failed += DONE.contains(row.get("outcome").asString()) ? 0 : 1;
                if (!remote.json) {
                    System.out.println(line(row));
                }
            }
            if (!remote.json) {
                System.out.println(rows.size() + " rows, " + failed + " not taken.");
                if (taken.hasNonNull("change")) {
                    String change = taken.get("change").asString();
                    System.out.println("Another person now approves it: tallybook setup approve " + change);
                }
            }
            return failed == 0 ? 0 : 1;
        }

        private static String line(JsonNode row) {
            String password = row.hasNonNull("password")
                    ? "  password, shown this once: " + row.get("password").asString()
                    : "";
            String sentence = row.get("sentence").asString();
            return "%-13s row %-4d %-24s %s%s%s"
                    .formatted(
                            row.get("sheet").asString(),
                            row.get("line").asInt(),
                            row.get("what").asString(),
                            row.get("outcome").asString().toLowerCase(Locale.ROOT),
                            sentence.isEmpty() ? "" : ": " + sentence,
                            password);
        }
    }

    /** Lists changes. */
    @Command(
            name = "changes",
            mixinStandardHelpOptions = true,
            description = "Lists changes of configuration, newest first; those that wait unless --all is given.")
    static final class Changes implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Option(names = "--all", description = "also those that are decided")
        boolean all;

        @Override
        public Integer call() {
            JsonNode page = remote.api().get(CHANGES + "?limit=200" + (all ? "" : "&state=PROPOSED"));
            if (remote.json) {
                System.out.println(page);
                return 0;
            }
            for (JsonNode change : page.get("rows")) {
                System.out.println(head(change));
            }
            if (page.get("rows").isEmpty()) {
                System.out.println(all ? "No change has been proposed." : "No change waits for approval.");
            }
            return 0;
        }
    }

    private static String head(JsonNode change) {
        return "%s  %-14s by %s: %s"
                .formatted(
                        change.get("change").asString(),
                        change.get("state").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
                        change.get("proposedBy").asString(),
                        change.get("reason").asString());
    }

    /** Shows one change. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a change, row by row.")
    static final class Show implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Parameters(paramLabel = "CHANGE")
        String change = "";

        @Override
        public Integer call() {
            JsonNode whole = remote.api().get(CHANGES + "/" + Api.encode(change));
            if (remote.json) {
                System.out.println(whole);
                return 0;
            }
            System.out.println(head(whole.get("change")));
            for (JsonNode row : whole.get("rows")) {
                System.out.println(row.get("sheet").asString() + (row.hasNonNull("before") ? "" : " (new)"));
                row.get("cells").properties().forEach(cell -> System.out.println(cell(cell, row.path("before"))));
            }
            for (JsonNode refused : whole.get("change").get("named")) {
                System.out.println("refused: " + refused.get("what").asString() + ": "
                        + refused.get("sentence").asString());
            }
            return 0;
        }

        private static String cell(Map.Entry<String, JsonNode> cell, JsonNode before) {
            String was = before.path(cell.getKey()).asString("");
            String is = cell.getValue().asString();
            return "  %-22s %s%s"
                    .formatted(cell.getKey(), is, was.isEmpty() || was.equals(is) ? "" : "   (was " + was + ")");
        }
    }

    /** Approves a change. */
    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves what another person has proposed.")
    static final class Approve implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Parameters(paramLabel = "CHANGE")
        String change = "";

        @Override
        public Integer call() {
            Api api = remote.api();
            String path = CHANGES + "/" + Api.encode(change);
            String content = api.get(path).get("change").get("content").asString();
            JsonNode answer = api.post(path + "/approve", Map.of("content", content));
            System.out.println(remote.json ? answer.toString() : "Approved; it takes effect now.");
            return 0;
        }
    }

    /** Rejects a change. */
    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Rejects what another person has proposed, or withdraws what oneself has.")
    static final class Reject implements Callable<Integer> {
        @Mixin
        Remote remote = new Remote();

        @Parameters(paramLabel = "CHANGE")
        String change = "";

        @Option(names = "--reason", required = true, description = "why, for who proposed it")
        String reason = "";

        @Override
        public Integer call() {
            JsonNode answer =
                    remote.api().post(CHANGES + "/" + Api.encode(change) + "/reject", Map.of("reason", reason));
            System.out.println(remote.json ? answer.toString() : "Rejected; nothing changes.");
            return 0;
        }
    }
}
