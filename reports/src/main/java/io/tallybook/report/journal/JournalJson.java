package io.tallybook.report.journal;

import io.tallybook.messages.journal.JournalLine;
import io.tallybook.report.pack.AccrualMonth;
import io.tallybook.report.pack.JournalMonth;
import io.tallybook.report.pack.PackHead;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The journal as JSON, for machines: the same content as the CSV, amounts as decimal strings so that no reader rounds. */
public final class JournalJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JournalJson() {}

    /** The file, as {@code application/json}. */
    public static byte[] of(PackHead head, JournalMonth journal) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("documentKey", journal.journal().value());
        root.put("erpDocument", journal.documentNumber());
        root.put("close", head.closeId().value());
        root.put("period", head.closeId().period().value());
        AccrualMonth accrual = journal.accrual();
        if (accrual != null) {
            root.put("bookedIn", accrual.reversedIn().value());
            root.put("accrual", accrual.journal().value());
        }
        if (head.revision() > 1) {
            root.put("revision", head.revision());
        }
        root.put("packHash", head.packHash().hex());
        root.put("journalHash", journal.contentHash().hex());
        root.put("eventPosition", head.position());
        root.put("issuedAt", head.issuedAt().toString());
        root.put("sample", head.demo());
        root.put("currency", journal.currency());
        ArrayNode lines = root.putArray("lines");
        journal.lines().forEach(line -> line(lines.addObject(), line));
        ObjectNode totals = root.putObject("totals");
        totals.put("debit", journal.debits().toPlainString());
        totals.put("credit", journal.credits().toPlainString());
        // the printer's line ends are the machine's: the file's are not
        String text = JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The file's name in the pack. */
    public static String name(PackHead head) {
        return "journal-" + head.inNames() + ".json";
    }

    private static void line(ObjectNode node, JournalLine line) {
        node.put("line", line.line());
        node.put("use", line.use().name());
        node.putObject("account")
                .put("number", line.account().number())
                .put("name", line.account().name());
        node.put("shipper", line.shipper().value());
        node.put("direction", line.direction().name());
        node.put("energyKwh", line.energy().kwh().toPlainString());
        node.put("debit", line.debit().amount().toPlainString());
        node.put("credit", line.credit().amount().toPlainString());
    }
}
