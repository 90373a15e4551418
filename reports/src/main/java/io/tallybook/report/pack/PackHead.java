package io.tallybook.report.pack;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What every document of a pack says about itself.
 *
 * @param revision 1 until the locked month was opened again; a later one replaces what was issued before
 * @param attempt the attempt whose results are shown
 * @param packHash the hash that was approved
 * @param position position of the month's last event the documents contain
 * @param issuedAt time of that event; never the time of rendering
 * @param zone of the gas day
 * @param demo the directory is a demo: shippers, shares, tolerances and accounts are invented
 */
public record PackHead(
        CloseId closeId,
        String network,
        int revision,
        int attempt,
        Sha256 packHash,
        long position,
        Instant issuedAt,
        ZoneId zone,
        boolean demo) {
    /** The period as it stands in the names of documents, with the revision from the second on. */
    public String inNames() {
        return closeId.period() + (revision == 1 ? "" : "-r" + revision);
    }

    /** What a document says of itself when it replaces another; empty in the first revision. */
    public String replaces() {
        return revision == 1
                ? ""
                : "Revision " + revision + ", restated: replaces what was issued as revision " + (revision - 1);
    }
}
