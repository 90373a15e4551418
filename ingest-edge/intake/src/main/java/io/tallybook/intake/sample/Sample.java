package io.tallybook.intake.sample;

import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.Profiles;
import java.io.InputStream;
import java.util.Objects;

/** Published data on the class path, unchanged; where it comes from and its licence stand in ATTRIBUTION.md beside it. */
public enum Sample {
    /** Danish gas system, 2015-01-01 to 2025-06-11. Source: Energinet (www.energidataservice.dk), CC BY 4.0. */
    GAS_FLOW_FIRST("2025-06-13.json.gz", "energinet-gasflow"),
    /** The same as published five months later: 181 values on 141 days are restated, back to 2024-10. */
    GAS_FLOW_SECOND("2025-11-25.json.gz", "energinet-gasflow"),
    /** Henry Hub daily spot price since 1997. US EIA, public domain. */
    HENRY_HUB("henry-hub-daily.csv", "henry-hub");

    private final String fileName;
    private final String profileName;

    Sample(String fileName, String profileName) {
        this.fileName = fileName;
        this.profileName = profileName;
    }

    public String fileName() {
        return fileName;
    }

    /** The shipped profile that reads it. */
    public Profile profile() {
        return Profiles.shipped(profileName).orElseThrow();
    }

    /** The file's bytes; the caller closes the stream. */
    public InputStream open() {
        return Objects.requireNonNull(Sample.class.getResourceAsStream(fileName), fileName);
    }
}
