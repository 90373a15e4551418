package io.tallybook.standards;

import io.tallybook.standards.aga11.Aga11;
import io.tallybook.standards.aga3.Aga3;
import io.tallybook.standards.aga7.Aga7;
import io.tallybook.standards.aga8.Detail;
import io.tallybook.standards.api11.Api11;
import io.tallybook.standards.base.BaseConversion;
import io.tallybook.standards.gerg2008.Gerg2008;
import io.tallybook.standards.gpa2172.Gpa2172;
import io.tallybook.standards.iso5167.Iso5167;
import io.tallybook.standards.iso6976.Iso6976;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The standards by name, and by name those that a configuration is refused with. */
public final class Methods {
    private static final List<Standard> STANDARDS = List.of(
            Detail.STANDARD,
            Gerg2008.STANDARD,
            Iso6976.STANDARD,
            Gpa2172.STANDARD,
            Aga3.STANDARD,
            Iso5167.STANDARD,
            Aga7.STANDARD,
            Aga11.STANDARD,
            Api11.STANDARD,
            BaseConversion.STANDARD);

    private static final Map<String, String> REFUSED = new LinkedHashMap<>();

    static {
        REFUSED.put("nx19", "NX-19 was superseded by AGA 8 and is not supported: name aga8-detail or gerg-2008");
        String gross = "AGA 8 GROSS is not supported: name aga8-detail or gerg-2008, with an analysis";
        for (String name : List.of("gross", "gross1", "gross2", "aga8gross", "aga8gross1", "aga8gross2", "sgerg88")) {
            REFUSED.put(name, gross);
        }
        String ngl = "GPA TP-27 (API MPMS 11.2.4) for NGL and LPG is not supported: api-11-1 covers crude oil, refined "
                + "products and lubricating oils";
        for (String name : List.of("tp27", "gpatp27", "ngltp27", "ngl", "lpg", "api1124")) {
            REFUSED.put(name, ngl);
        }
    }

    private Methods() {}

    /** All that are supported. */
    public static List<Standard> all() {
        return STANDARDS;
    }

    /** The names of those supported. */
    public static List<String> names() {
        return STANDARDS.stream().map(Standard::name).toList();
    }

    /** Why a method known by name is not supported; empty for one that is, or that nobody knows. */
    public static Optional<String> refusal(String name) {
        return Optional.ofNullable(REFUSED.get(plain(name).replaceAll("[^a-z0-9]", "")));
    }

    /**
     * A standard by its name; case does not matter.
     *
     * @throws InvalidInput that says why a method known by name is not supported, or which there are
     */
    public static Standard of(String name) {
        refusal(name).ifPresent(why -> {
            throw new InvalidInput("standard", why);
        });
        return STANDARDS.stream()
                .filter(standard -> standard.name().equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "standard", "there is no standard '" + name + "'; there are " + String.join(", ", names())));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
