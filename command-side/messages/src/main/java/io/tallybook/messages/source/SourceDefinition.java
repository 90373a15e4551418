package io.tallybook.messages.source;

import io.tallybook.messages.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What a source is and how it is read: from a folder or over HTTP, one of the two.
 *
 * @param everySeconds how long after a pull the next one comes, 5 s to 31 days
 */
public record SourceDefinition(
        SourceKind kind,
        @Nullable FolderFeed folder,
        @Nullable HttpFeed http,
        ProfileText profile,
        int everySeconds) {
    private static final int LONGEST_SECONDS = 31 * 86_400;

    public SourceDefinition {
        Invalid.unless(
                (folder == null) != (http == null), "a source is read from a folder or over http, one of the two");
        Invalid.unless(
                everySeconds >= 5 && everySeconds <= LONGEST_SECONDS,
                "a source is read every 5 s to every 31 days, was " + everySeconds + " s");
    }

    /** Whether what the older definition has read need not be read again. */
    public boolean continues(SourceDefinition older) {
        if (folder != null) {
            return older.folder != null && folder.path().equals(older.folder.path());
        }
        return http != null && older.http != null && http.continues(older.http);
    }
}
