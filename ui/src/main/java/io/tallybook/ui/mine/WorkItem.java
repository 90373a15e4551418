package io.tallybook.ui.mine;

import io.tallybook.messages.close.CloseId;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person whose roles are wanted for it.
 *
 * @param closeId the close it is about; null when it is about none
 * @param subject what it concerns, by name
 * @param sentence what is wrong or asked, in the words of who said it; empty where the kind says it all
 * @param href the page where it is done
 * @param why the rule that keeps this very person from doing it, such as {@code contributed}; null when nothing does
 */
public record WorkItem(
        WorkKind kind,
        @Nullable CloseId closeId,
        String subject,
        String sentence,
        String href,
        @Nullable String why) {
    /** Whether the person may do it; otherwise it takes another. */
    public boolean may() {
        return why == null;
    }
}
