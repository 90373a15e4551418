package io.tallybook.command.close;

import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.IssuedDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows both approvals: the ERP's document number, the issued documents, the lock. */
final class Publication {
    /** A statement per shipper and a handful more; DESIGN.md bounds an event's followers. */
    static final int MOST_DOCUMENTS = 256;

    private final Map<String, IssuedDocument> documents = new HashMap<>();
    private @Nullable String documentNumber;
    private boolean published;
    private boolean lockRequested;
    private @Nullable Sha256 chainHash;

    void posted(String number) {
        documentNumber = number;
    }

    void issued(IssuedDocument document) {
        documents.put(document.name(), document);
    }

    void publish() {
        published = true;
    }

    void requestLock() {
        lockRequested = true;
    }

    void locked(Sha256 chain) {
        chainHash = chain;
    }

    /** Under which the ERP has posted the journal; null before. */
    @Nullable String documentNumber() {
        return documentNumber;
    }

    boolean isPosted() {
        return documentNumber != null;
    }

    boolean isPublished() {
        return published;
    }

    boolean isLockRequested() {
        return lockRequested;
    }

    boolean isLocked() {
        return chainHash != null;
    }

    boolean isNewDocumentNumber(String number) {
        Refused.when(
                documentNumber != null && !documentNumber.equals(number),
                "already-posted",
                "The journal is posted under another document number.");
        return documentNumber == null;
    }

    boolean isNewChainHash(Sha256 chain) {
        Refused.when(
                chainHash != null && !chainHash.equals(chain),
                "locked",
                "The period is locked with another chain hash.");
        return chainHash == null;
    }

    /** The documents not recorded yet; what was issued under a name is never issued otherwise. */
    List<IssuedDocument> fresh(List<IssuedDocument> all) {
        Refused.when(documentNumber == null, "journal-not-posted", "The ERP has not posted the journal yet.");
        Refused.when(all.isEmpty() || all.size() > MOST_DOCUMENTS, "not-a-pack", "A pack has 1 to 256 documents.");
        List<IssuedDocument> fresh =
                all.stream().filter(document -> !isIssued(document)).toList();
        Refused.when(published && !fresh.isEmpty(), "pack-published", "The pack is published; nothing is added to it.");
        return fresh;
    }

    private boolean isIssued(IssuedDocument document) {
        IssuedDocument known = documents.get(document.name());
        Refused.when(
                known != null && !known.sha256().equals(document.sha256()),
                "document-issued",
                document.name() + " is issued with other bytes.");
        return known != null;
    }
}
