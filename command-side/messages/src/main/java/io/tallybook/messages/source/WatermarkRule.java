package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * How far a source has been read, by the source's own words: the greatest value of one field of its records.
 *
 * @param parameter query parameter that carries the saved watermark
 * @param pointer JSON pointer to the field inside a record
 * @param ascending whether the source promises its records in the order of that field: then the watermark is saved within a
 *     pull too, up to the last value that no later page can hold again; otherwise only when the last page is in
 * @param from where the first pull begins; null begins without the parameter
 * @param overlapSeconds how much of what was read is asked for again, for records that appear late under an old time; TIME only
 */
public record WatermarkRule(
        String parameter,
        String pointer,
        WatermarkType type,
        boolean ascending,
        @Nullable String from,
        int overlapSeconds) {
    private static final int LONGEST_OVERLAP_SECONDS = 31 * 86_400;

    public WatermarkRule {
        SourceWords.parameter(parameter);
        SourceWords.pointer(pointer);
        Invalid.unless(from == null || SourceWords.isWatermark(from), "a watermark has 1 to 200 characters");
        Invalid.unless(
                overlapSeconds == 0
                        || type == WatermarkType.TIME
                                && overlapSeconds > 0
                                && overlapSeconds <= LONGEST_OVERLAP_SECONDS,
                "an overlap is up to 31 days of a watermark of type TIME");
    }
}
