package io.tallybook.saga.outward;

import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.IssuedDocument;
import java.io.IOException;
import java.util.List;

/** Renders the close pack and puts its documents into the object directory. */
@FunctionalInterface
public interface PackIssuer {
    /** {@link IssuedDocument#kind()} of the document that is recorded on the shipper's statement, best first. */
    List<String> STATEMENTS = List.of("statement-pdf", "statement-csv");

    /**
     * Issues the approved pack. The same pack again gives the same bytes, so the same hashes. Throws while what it renders
     * from is not there yet, such as a view that is behind; it is then asked again.
     */
    List<IssuedDocument> issue(CloseId close, int attempt, Sha256 packHash) throws IOException;
}
