package io.tallybook.command.workpapers;

import io.tallybook.messages.Refused;
import io.tallybook.messages.workpapers.WorkpapersCommand.AttachEvidence;
import io.tallybook.messages.workpapers.WorkpapersCommand.WithdrawEvidence;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceAttached;
import io.tallybook.messages.workpapers.WorkpapersEvent.EvidenceWithdrawn;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a close by number; a withdrawn one keeps its number and its bytes. */
final class Evidence {
    static final int MOST_FILES = 500;

    private final Map<Integer, EvidenceAttached> files = new TreeMap<>();
    private final Set<Integer> withdrawn = new TreeSet<>();
    private int sealed;

    boolean stands(AttachEvidence order) {
        return files.values().stream()
                .anyMatch(file -> !withdrawn.contains(file.evidence())
                        && file.subject().equals(order.subject())
                        && file.sha256().equals(order.sha256()));
    }

    void refuseBeyondMost() {
        Refused.when(
                files.size() >= MOST_FILES,
                "too-many-files",
                "A close has at most " + MOST_FILES + " files of evidence.");
    }

    int next() {
        return files.size() + 1;
    }

    /** False when it was withdrawn before. */
    boolean mayBeWithdrawn(WithdrawEvidence order) {
        EvidenceAttached file = Refused.unlessFound(files.get(order.evidence()), "evidence " + order.evidence());
        if (withdrawn.contains(order.evidence())) {
            return false;
        }
        Refused.when(!file.by().equals(order.by()), "another-persons-evidence", "Who attached a file withdraws it.");
        Refused.when(
                order.evidence() <= sealed,
                "month-is-locked",
                "The month was locked with this file beside it: it stays. Write a note instead.");
        return true;
    }

    void attach(EvidenceAttached event) {
        files.put(event.evidence(), event);
    }

    void withdraw(EvidenceWithdrawn event) {
        withdrawn.add(event.evidence());
    }

    void seal() {
        sealed = files.size();
    }
}
