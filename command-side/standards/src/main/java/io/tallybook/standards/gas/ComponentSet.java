package io.tallybook.standards.gas;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The components a standard has coefficients of, in its own order, by name. */
public final class ComponentSet {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("ch4", "methane"),
            Map.entry("n2", "nitrogen"),
            Map.entry("co2", "carbon_dioxide"),
            Map.entry("c2h6", "ethane"),
            Map.entry("c3h8", "propane"),
            Map.entry("ic4", "isobutane"),
            Map.entry("i_butane", "isobutane"),
            Map.entry("iso_butane", "isobutane"),
            Map.entry("2_methylpropane", "isobutane"),
            Map.entry("nc4", "n_butane"),
            Map.entry("butane", "n_butane"),
            Map.entry("ic5", "isopentane"),
            Map.entry("i_pentane", "isopentane"),
            Map.entry("iso_pentane", "isopentane"),
            Map.entry("2_methylbutane", "isopentane"),
            Map.entry("nc5", "n_pentane"),
            Map.entry("pentane", "n_pentane"),
            Map.entry("neo_pentane", "neopentane"),
            Map.entry("2_2_dimethylpropane", "neopentane"),
            Map.entry("nc6", "n_hexane"),
            Map.entry("hexane", "n_hexane"),
            Map.entry("nc7", "n_heptane"),
            Map.entry("heptane", "n_heptane"),
            Map.entry("nc8", "n_octane"),
            Map.entry("octane", "n_octane"),
            Map.entry("nc9", "n_nonane"),
            Map.entry("nonane", "n_nonane"),
            Map.entry("nc10", "n_decane"),
            Map.entry("decane", "n_decane"),
            Map.entry("h2", "hydrogen"),
            Map.entry("o2", "oxygen"),
            Map.entry("co", "carbon_monoxide"),
            Map.entry("h2o", "water"),
            Map.entry("h2s", "hydrogen_sulfide"),
            Map.entry("he", "helium"),
            Map.entry("ar", "argon"));

    private final String title;
    private final List<String> names;
    private final Map<String, Integer> places;

    private ComponentSet(String title, List<String> names) {
        this.title = title;
        this.names = List.copyOf(names);
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), i);
        }
        places = Map.copyOf(byName);
    }

    /** Of a coefficient table's names, as they stand there. */
    public static ComponentSet of(String title, List<String> names) {
        return new ComponentSet(
                title, names.stream().map(ComponentSet::canonical).toList());
    }

    /** One spelling: lower case, words joined by _, {@code sulfide}, n_ and iso- for the isomers; formulas of AGA 8's 21 too. */
    public static String canonical(String name) {
        String plain = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ \\-,_]+", "_")
                .replace("sulph", "sulf");
        return OTHER_NAMES.getOrDefault(plain, plain);
    }

    /** The place of a component by any of its names, empty when the standard does not know it. */
    public Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(canonical(name)));
    }

    /** The place of a component this set must have. */
    public int placeOf(String name) {
        return place(name).orElseThrow(() -> new IllegalArgumentException(title + " has no component " + name));
    }

    /** Their one spelling each, in the standard's order. */
    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    @Override
    public String toString() {
        return title;
    }
}
