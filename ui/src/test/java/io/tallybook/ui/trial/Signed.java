package io.tallybook.ui.trial;

import io.tallybook.messages.Event;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCycleEvent.ApprovalsComplete;
import io.tallybook.messages.close.CloseCycleEvent.CloseApproved;
import io.tallybook.messages.close.CloseCycleEvent.CloseRejected;
import io.tallybook.messages.close.CloseCycleEvent.CutoffDeclared;
import io.tallybook.messages.close.CloseCycleEvent.LateQuantitiesDecided;
import io.tallybook.messages.close.CloseCycleEvent.PackReady;
import io.tallybook.messages.close.CloseCycleEvent.ResultsInvalidated;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a close's stream says in the end, read by its events alone: whose signature stands, that is, was not voided by a later
 * event, and who had a hand in what was signed.
 */
record Signed(Set<PersonId> standing, Set<PersonId> everSigned, Set<PersonId> hands, boolean complete) {
    static Signed of(List<Event> stream) {
        Set<PersonId> standing = new HashSet<>();
        Set<PersonId> everSigned = new HashSet<>();
        Set<PersonId> hands = new HashSet<>();
        boolean complete = false;
        for (Event event : stream) {
            switch (event) {
                case CutoffDeclared e -> hands.add(e.by());
                case PackReady e -> hands.addAll(e.contributors());
                case LateQuantitiesDecided e when e.by() != null -> hands.add(e.by());
                case ResultsInvalidated e -> {
                    standing.clear();
                    if (e.by() != null) {
                        hands.add(e.by());
                    }
                }
                case CloseRejected e -> standing.clear();
                case CloseApproved e -> {
                    standing.add(e.by());
                    everSigned.add(e.by());
                }
                case ApprovalsComplete e -> complete = true;
                default -> {}
            }
        }
        return new Signed(standing, everSigned, hands, complete);
    }

    /** Persons who both had a hand in it and whose signature stands. There must be none. */
    Set<PersonId> both() {
        Set<PersonId> both = new HashSet<>(standing);
        both.retainAll(hands);
        return both;
    }
}
