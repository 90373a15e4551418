package io.tallybook.messages.journal;

import io.tallybook.messages.Invalid;

/**
 * A journal line the ERP refused, in the ERP's words.
 *
 * @param line from 1; 0 when the ERP names no line
 * @param reason 1 to 200 characters
 */
public record RefusedLine(int line, String reason) {
    /** Named of one batch; more are counted in its reason. */
    public static final int MOST = 64;

    public static final int LONGEST_REASON = 200;

    public RefusedLine {
        Invalid.unless(line >= 0 && line <= 999_999, "a line's number is 0 to 999,999");
        Invalid.unless(
                !reason.isBlank()
                        && reason.length() <= LONGEST_REASON
                        && reason.chars().noneMatch(c -> c < 0x20),
                "a reason has 1 to 200 characters and no line breaks");
    }
}
