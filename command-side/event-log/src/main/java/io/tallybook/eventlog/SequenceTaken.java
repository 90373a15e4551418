package io.tallybook.eventlog;

/** Somebody else was faster: the stream already has an event with this sequence, or has not come that far. */
final class SequenceTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    SequenceTaken(String stream, long sequence) {
        super(stream + " cannot take sequence " + sequence, null, false, false);
        this.sequence = sequence;
    }

    long sequence() {
        return sequence;
    }
}
