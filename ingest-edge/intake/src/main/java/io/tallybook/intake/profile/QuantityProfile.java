package io.tallybook.intake.profile;

import org.jspecify.annotations.Nullable;

/**
 * A file of quantity records.
 *
 * @param unit of every value, unless {@code unitField} names a column
 * @param qualityField the source's own word per row; null when the file says nothing, which counts as GOOD
 */
public record QuantityProfile(
        String name,
        FileFormat format,
        Layout layout,
        TimeRule time,
        Numbers numbers,
        EnergyUnit unit,
        @Nullable String unitField,
        SignRule sign,
        @Nullable String qualityField,
        NullRule nulls)
        implements Profile {}
