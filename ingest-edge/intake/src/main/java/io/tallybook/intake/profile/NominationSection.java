package io.tallybook.intake.profile;

import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.PointId;
import io.tallybook.messages.nomination.NominationKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a profile of kind {@code nominations}. */
final class NominationSection {
    private NominationSection() {}

    static Profile read(String name, Section top) {
        FileFormat format = Profiles.format(top);
        TimeRule day = TimeSection.readDay(top.needed("day"), format);
        return new NominationProfile(
                name,
                format,
                top.text("contract"),
                ids(top, "contracts", ContractId::new),
                top.text("point"),
                ids(top, "points", PointId::new),
                day,
                top.text("quantity"),
                Profiles.numbers(top),
                top.value("unit", "kWh", EnergyUnit::named),
                top.optional("unit-field").orElse(null),
                way(top),
                top.oneOf(
                        "record",
                        "nominated",
                        Map.of(
                                "nominated", NominationKind.NOMINATED,
                                "operator-value", NominationKind.OPERATOR_VALUE)),
                new NullRule(Profiles.words(top), List.of()),
                top.oneOf("blank", "absent", Map.of("absent", false, "withdraws", true)));
    }

    /** Never by sign: nothing nominated has a direction too. */
    private static SignRule way(Section top) {
        return top.oneOf(
                        "direction",
                        "by-field",
                        Map.<String, Function<Section, SignRule>>of(
                                "receipt", s -> new SignRule.Always(Direction.RECEIPT),
                                "delivery", s -> new SignRule.Always(Direction.DELIVERY),
                                "by-field", s -> Profiles.directionField(s.needed("direction-field"))))
                .apply(top);
    }

    private static <T> Map<String, T> ids(Section top, String key, Function<String, T> maker) {
        Map<String, T> ids = new LinkedHashMap<>();
        top.mapping(key).forEach((written, id) -> {
            try {
                ids.put(written, maker.apply(id));
            } catch (IllegalArgumentException e) {
                throw top.at(key, String.valueOf(e.getMessage()));
            }
        });
        if (ids.size() > Profiles.MAX_POINTS) {
            throw top.at(key, "at most " + Profiles.MAX_POINTS + " names");
        }
        return ids;
    }
}
