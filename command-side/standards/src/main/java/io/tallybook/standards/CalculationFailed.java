package io.tallybook.standards;

/** An iteration found no solution within its bound; whoever asked records that, and no figure. */
public final class CalculationFailed extends NotCalculated {
    private static final long serialVersionUID = 1L;

    public CalculationFailed(String field, String sentence) {
        super(field, sentence);
    }
}
