package io.tallybook.messages.adjustment;

import io.tallybook.messages.Invalid;

/**
 * One calculation of a package: what is restated, at what it was allocated and valued in its own month.
 *
 * @param revision from 1; a later one replaces an earlier
 */
public record PreviewId(PackageId adjustments, int revision) {
    public PreviewId {
        Invalid.unless(revision > 0, "a preview is counted from 1");
    }
}
