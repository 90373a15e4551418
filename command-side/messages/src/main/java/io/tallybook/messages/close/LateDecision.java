package io.tallybook.messages.close;

/** What to do with facts that came while a month was frozen. */
public enum LateDecision {
    /** Open the month again and take them in; approvals are void. */
    THAW,
    /** Leave the figures; an adjustment is raised when the month is closed. */
    LEAVE
}
