package io.tallybook.messages.journal;

import io.tallybook.messages.adjustment.PackageId;

/**
 * What an adjustment's line adjusts.
 *
 * @param adjustments the approved package
 * @param journal the journal of the production month
 * @param line the line of that journal, 0 when it had none of the kind
 */
public record AdjustedLine(PackageId adjustments, JournalId journal, int line) {}
