package io.tallybook.intake.source;

import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.profile.FileFormat;
import io.tallybook.intake.profile.NominationProfile;
import io.tallybook.intake.profile.PeriodProfile;
import io.tallybook.intake.profile.PriceProfile;
import io.tallybook.intake.profile.Profile;
import io.tallybook.intake.profile.ProfileError;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.intake.profile.QuantityProfile;
import io.tallybook.intake.profile.SetupProfile;
import io.tallybook.intake.profile.SetupProfile.SheetRule;
import io.tallybook.intake.setup.SetupProposals;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.SourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The profiles of sources: checked when a source is defined, kept word for word in the object directory. */
public final class SourceProfiles {
    private static final Set<String> OF_VOLUME_MANAGEMENT = Set.of("Contracts", "Shares", "Shippers");
    private static final Set<String> OF_ERP = Set.of("Accounts", "Shippers", "Holidays");

    private final ObjectDirectory objects;
    private final SetupProposals proposals;

    SourceProfiles(ObjectDirectory objects, SetupProposals proposals) {
        this.objects = objects;
        this.proposals = proposals;
    }

    /**
     * Keeps a profile for a source.
     *
     * @param text YAML, or the name of a shipped profile
     * @param paged whether it is to read the pages of an API
     * @throws Invalid when it is no profile, or none for such a source
     */
    public ProfileText keep(String text, SourceKind kind, boolean paged) throws IOException {
        try {
            String yaml = Profiles.SHIPPED.contains(text.strip()) ? Profiles.text(text.strip()) : text;
            Profile profile = Profiles.parse(yaml);
            requireFit(profile, kind, paged);
            if (profile instanceof SetupProfile setup) {
                setup.sheets().forEach(sheet -> proposals.check(sheet.sheet(), sheet.headings()));
            }
            return new ProfileText(profile.name(), objects.put(yaml.getBytes(StandardCharsets.UTF_8)));
        } catch (ProfileError e) {
            throw new Invalid("the profile cannot be read: " + e.getMessage());
        }
    }

    /** The YAML of a profile that was kept. */
    public String text(Sha256 hash) throws IOException {
        try (InputStream yaml =
                objects.open(hash).orElseThrow(() -> new IOException("no profile " + hash + " among the objects"))) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void requireFit(Profile profile, SourceKind kind, boolean paged) {
        Invalid.unless(accepts(kind, profile), "a source of kind " + kind + " reads " + words(kind));
        Invalid.unless(
                !paged || profile.format() instanceof FileFormat.Json,
                "an API answers JSON; its profile says 'format: json'");
        Invalid.unless(
                !paged || !(profile instanceof SetupProfile setup) || !setup.whole(),
                "a page is not the whole of what it names: the profile says 'brings: part'");
        Invalid.unless(
                !paged
                        || !(profile instanceof QuantityProfile quantities
                                && quantities.time().isByOrderOfRows()),
                "a page may end between the two hours of an autumn night: an API's profile names a time's 'offset-field', "
                        + "or leaves 'ambiguous: refuse'");
    }

    private static boolean accepts(SourceKind kind, Profile profile) {
        return switch (profile) {
            case QuantityProfile quantities -> kind != SourceKind.ERP;
            case NominationProfile nominations -> kind == SourceKind.VOLUME_MANAGEMENT;
            case PeriodProfile periods -> kind == SourceKind.ERP;
            case SetupProfile setup ->
                sheets(kind)
                        .containsAll(
                                setup.sheets().stream().map(SheetRule::sheet).toList());
            case PriceProfile prices -> kind == SourceKind.VOLUME_MANAGEMENT || kind == SourceKind.ERP;
        };
    }

    private static Set<String> sheets(SourceKind kind) {
        return switch (kind) {
            case MEASUREMENT, HISTORIAN, FLOW_COMPUTER -> Set.of();
            case VOLUME_MANAGEMENT -> OF_VOLUME_MANAGEMENT;
            case ERP -> OF_ERP;
        };
    }

    private static String words(SourceKind kind) {
        return switch (kind) {
            case MEASUREMENT, HISTORIAN, FLOW_COMPUTER -> "a profile of quantities";
            case VOLUME_MANAGEMENT ->
                "a profile of quantities, prices or nominations, or of the set-up's Contracts, Shares and Shippers";
            case ERP -> "a profile of prices or its periods, or of the set-up's Accounts, Shippers and Holidays";
        };
    }
}
