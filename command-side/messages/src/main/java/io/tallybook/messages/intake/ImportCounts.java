package io.tallybook.messages.intake;

/**
 * What became of a delivery's values. Every value is counted once.
 *
 * @param unchanged equal to the latest known
 * @param corrected another figure than the latest known, taken in
 * @param late came for a frozen or closed month
 * @param duplicate the same interval twice in one delivery
 * @param absent null by the profile's null rule
 * @param rejected became dead letters
 */
public record ImportCounts(
        int rows, int accepted, int unchanged, int corrected, int late, int duplicate, int absent, int rejected) {
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** How many values were read. */
    public int values() {
        return accepted + unchanged + corrected + late + duplicate + absent + rejected;
    }

    /** Those of both. */
    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                rows + other.rows,
                accepted + other.accepted,
                unchanged + other.unchanged,
                corrected + other.corrected,
                late + other.late,
                duplicate + other.duplicate,
                absent + other.absent,
                rejected + other.rejected);
    }
}
