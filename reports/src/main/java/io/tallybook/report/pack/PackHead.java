package io.tallybook.report.pack;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What every document of a pack says about itself.
 *
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
        int attempt,
        Sha256 packHash,
        long position,
        Instant issuedAt,
        ZoneId zone,
        boolean demo) {}
