package io.tallybook.messages.journal;

import org.jspecify.annotations.Nullable;

/**
 * One key on both sides.
 *
 * @param ours null for a key we never sent
 * @param theirs null when the ERP has not booked it
 */
public record KeyCompared(
        String key,
        Comparison comparison,
        @Nullable Booked ours,
        @Nullable Booked theirs) {}
