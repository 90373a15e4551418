package io.tallybook.intake.setup;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts rows of the set-up up for a second person's approval (ADR 15, 28). */
public interface SetupProposals {
    /** Takes nothing: for a house without configuration. */
    SetupProposals NONE = new SetupProposals() {
        @Override
        public void check(String sheet, Set<String> headings) {
            // whatever is proposed is not taken
        }

        @Override
        public List<Fate> propose(Proposal proposal, Caller caller) {
            return proposal.rows().stream()
                    .map(row -> new Fate(Standing.NOT_TAKEN, "nothing is set up here"))
                    .toList();
        }
    };

    /**
     * A row of a sheet.
     *
     * @param line of the file it came in
     * @param cells by heading; an empty cell is absent
     */
    record SheetRow(String sheet, int line, Map<String, String> cells) {
        public SheetRow {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * What one delivery brings.
     *
     * @param whole whether all rows of each thing they name are here (of each account map, of each contract's terms); otherwise
     *     what it has beside them stays as it is
     * @param by in whose name: that person does not approve it
     */
    record Proposal(List<SheetRow> rows, boolean whole, String reason, PersonId by) {
        public Proposal {
            rows = List.copyOf(rows);
        }
    }

    /** What became of a row. */
    enum Standing {
        /** Part of a change that waits now, or waits since an earlier delivery said the same. */
        PROPOSED,
        /** So it stands; or so it was proposed and a person said no. */
        UNCHANGED,
        NOT_TAKEN
    }

    /** @param sentence why it was not taken, else empty */
    record Fate(Standing standing, String sentence) {}

    /** @throws io.tallybook.messages.Invalid when there is no such sheet, or it has not all these headings */
    void check(String sheet, Set<String> headings);

    /** The rows' fates in their order; nothing is in force before another person has approved it. */
    List<Fate> propose(Proposal proposal, Caller caller);
}
