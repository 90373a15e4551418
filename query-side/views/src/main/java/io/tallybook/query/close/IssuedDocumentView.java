package io.tallybook.query.close;

import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import java.time.Instant;

/** A document of the pack and when it was issued. */
public record IssuedDocumentView(CloseId closeId, IssuedDocument document, Instant issuedAt, long position) {}
