package io.tallybook.intake.profile;

/** How one kind of file is read. */
public sealed interface Profile permits QuantityProfile, PriceProfile, NominationProfile, SetupProfile, PeriodProfile {
    /** The profile's own name, recorded with every import. */
    String name();

    FileFormat format();
}
