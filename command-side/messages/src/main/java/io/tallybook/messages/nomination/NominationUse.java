package io.tallybook.messages.nomination;

import io.tallybook.messages.ShipperId;
import org.jspecify.annotations.Nullable;

/**
 * What a close does with what was nominated.
 *
 * @param allocates whether the method that splits the point looks at it
 * @param settles the shipper whose statement settles imbalances by it; null where none does
 */
public record NominationUse(boolean allocates, @Nullable ShipperId settles) {}
