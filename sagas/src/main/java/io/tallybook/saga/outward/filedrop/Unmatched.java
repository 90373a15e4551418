package io.tallybook.saga.outward.filedrop;

/** An acknowledgement that matches no batch; the sentence says why. It posts nothing. */
final class Unmatched extends Exception {
    private static final long serialVersionUID = 1L;

    Unmatched(String sentence) {
        super(sentence);
    }
}
