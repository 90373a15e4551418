package io.tallybook.messages.close;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;

/**
 * A document of the close pack in the object directory.
 *
 * @param kind {@code workbook}, {@code statement-pdf}, {@code statement-csv}, {@code journal-csv}, {@code journal-json},
 *     {@code journal-hledger}
 * @param subject shipper id for a statement, empty otherwise
 * @param position position of the month's last event it contains
 */
public record IssuedDocument(
        String name, String kind, String subject, String mediaType, long bytes, Sha256 sha256, long position) {
    public IssuedDocument {
        Invalid.unless(name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}"), "a document name is a plain file name");
    }
}
