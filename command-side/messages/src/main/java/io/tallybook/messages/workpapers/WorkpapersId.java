package io.tallybook.messages.workpapers;

import io.tallybook.messages.close.CloseId;

/** The working papers of one close: {@code group/2024-10}. */
public record WorkpapersId(String value) {
    public WorkpapersId {
        new CloseId(value);
    }

    public static WorkpapersId of(CloseId close) {
        return new WorkpapersId(close.value());
    }

    public CloseId close() {
        return new CloseId(value);
    }

    /** Those of the month after it. */
    public WorkpapersId next() {
        return of(CloseId.of(close().group(), close().period().next()));
    }

    /** The stream's name in the log. */
    @Override
    public String toString() {
        return "workpapers:" + value;
    }
}
