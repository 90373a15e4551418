package io.tallybook.intake.profile;

import io.tallybook.messages.PointId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where a row keeps its points and values. */
public sealed interface Layout {
    /** One row per time, one column per point. A column neither mapped nor ignored is an unknown point. */
    record Wide(Map<String, PointId> points, Set<String> ignored) implements Layout {
        public Wide {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
            ignored = Set.copyOf(ignored);
        }
    }

    /** One row per point and time. With no mapping a point is called as written. */
    record Long(String pointField, Map<String, PointId> points, String valueField) implements Layout {
        public Long {
            points = Map.copyOf(points);
        }

        /** The id of a point as the file calls it. */
        public String pointId(String written) {
            PointId mapped = points.get(written);
            return mapped == null ? written : mapped.value();
        }
    }
}
