package io.tallybook.messages.source;

/** What a watermark is, so that two of them can be told apart and ordered. */
public enum WatermarkType {
    /** A time with its offset, ISO 8601. */
    TIME,
    NUMBER,
    /** Ordered by code point. */
    TEXT
}
