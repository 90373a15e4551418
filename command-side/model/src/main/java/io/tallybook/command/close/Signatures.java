package io.tallybook.command.close;

import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The approvals and rejections of one attempt's pack; a new attempt begins without any. */
final class Signatures {
    /** Two different persons sign. */
    static final int NEEDED = 2;

    private final List<PersonId> approvers = new ArrayList<>();
    private @Nullable Sha256 packHash;
    private @Nullable CloseRejected rejection;
    private boolean complete;

    void packIsReady(Sha256 hash) {
        packHash = hash;
    }

    void approve(CloseApproved event) {
        approvers.add(event.by());
    }

    void reject(CloseRejected event) {
        rejection = event;
        approvers.clear();
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    int count() {
        return approvers.size();
    }

    boolean has(PersonId person) {
        return approvers.contains(person);
    }

    boolean isRejected(PersonId by, String reason) {
        return rejection != null
                && rejection.by().equals(by)
                && rejection.reason().equals(reason);
    }

    /** The hash of the pack that can be signed now, which must be the one the person was shown. */
    Sha256 signable(Sha256 shown) {
        if (packHash == null) {
            throw new Refused("not-ready-for-approval", "The pack is not ready.");
        }
        Refused.when(
                rejection != null,
                "not-ready-for-approval",
                "The pack was rejected; it can be signed once the results were taken anew.");
        Refused.when(
                !packHash.equals(shown), "pack-hash-not-current", "The pack you were shown is not the current one.");
        return packHash;
    }

    /** The hash both signed. */
    Sha256 signed() {
        if (packHash == null || !complete) {
            throw new Refused("not-approved", "The close is not approved.");
        }
        return packHash;
    }
}
