package io.tallybook.query;

import java.util.List;

/** Rebuilds every projection from the log beside the live tables, and compares them row by row. */
public interface ViewRebuild {
    /** Rebuilds into a schema of its own, up to where the live projections stand, and compares. Live tables stay untouched. */
    Comparison compare();

    /**
     * What was compared.
     *
     * @param through position up to which both stand
     */
    record Comparison(long through, List<TableComparison> tables) {
        public boolean equal() {
            return tables.stream().allMatch(TableComparison::equal);
        }
    }

    /**
     * One table, found in the catalogue.
     *
     * @param differing rows that stand on one side only; an altered cell is one row on each side
     * @param examples the first of them as text, at most ten
     */
    record TableComparison(String table, long liveRows, long rebuiltRows, long differing, List<String> examples) {
        public boolean equal() {
            return differing == 0;
        }
    }
}
