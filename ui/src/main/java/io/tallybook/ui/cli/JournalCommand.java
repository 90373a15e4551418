package io.tallybook.ui.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows a journal of a close, and what became of it at the ERP. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Prints the journal of a close, or has it posted again.")
public final class JournalCommand implements Callable<Integer> {
    @Mixin
    Remote remote = new Remote();

    @Mixin
    WhichClose which = new WhichClose();

    @Option(
            names = "--journal",
            paramLabel = "KIND/NUMBER",
            description = "another journal of the month: PPA/1 of adjustments, FLASH/1 of an accrual")
    @Nullable String journal;

    @Option(
            names = "--repost",
            paramLabel = "REASON",
            description = "hands the journal the ERP refused to it once more, and says why")
    @Nullable String repost;

    @Option(
            names = "--remap",
            paramLabel = "REASON",
            description = "posts the journal the ERP refused on the accounts in use now, under a new key")
    @Nullable String remap;

    @Option(names = "--erp", description = "prints every key the ERP was given and what it said of each")
    boolean erp;

    @Option(names = "--reconcile", description = "asks the ERP what it has booked and prints both books")
    boolean reconcile;

    @Override
    public Integer call() throws InterruptedException {
        Api api = remote.api();
        String path = which.path(api) + (journal == null ? "/journal" : "/journals/" + journal);
        if (repost != null) {
            api.post(path + "/repost", Map.of("reason", repost));
        }
        if (remap != null) {
            api.post(path + "/remap", Map.of("reason", remap));
        }
        if (reconcile || erp) {
            ErpKeys keys = new ErpKeys(api, path);
            JsonNode postings = reconcile ? keys.reconciled() : keys.now();
            System.out.println(remote.json ? postings.toString() : ErpKeys.text(postings));
            return !reconcile || ErpKeys.agrees(postings) ? 0 : 1;
        }
        JsonNode written = api.get(path);
        System.out.println(remote.json ? written.toString() : text(written));
        return 0;
    }

    private static String text(JsonNode journal) {
        StringBuilder text = new StringBuilder("%-4s %-12s %-24s %-16s %18s %16s %16s%n"
                .formatted("line", "account", "name", "shipper", "kWh", "debit", "credit"));
        for (JsonNode line : journal.get("lines")) {
            JsonNode account = line.get("account");
            text.append("%-4s %-12s %-24s %-16s %18s %16s %16s%n"
                    .formatted(
                            line.get("line").asInt(),
                            account.get("number").asString(),
                            account.get("name").asString(),
                            line.get("shipper").asString(),
                            line.get("energy").decimalValue().toPlainString(),
                            line.get("debit").get("amount").decimalValue().toPlainString(),
                            line.get("credit").get("amount").decimalValue().toPlainString()));
        }
        return text.toString().stripTrailing();
    }
}
