package io.tallybook.saga.outward.erp;

import io.tallybook.messages.CloseGroup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which ERP a close group's journals go to. */
final class Erps {
    private final ErpSettings settings;
    private final ErpBooks files;
    private final Map<String, HttpErp> spoken;

    /** @param files where the other groups' acknowledgements lie */
    Erps(ErpSettings settings, ErpBooks files) {
        this.settings = settings;
        this.files = files;
        this.spoken = settings.systems().stream()
                .map(HttpErp::new)
                .collect(Collectors.toUnmodifiableMap(HttpErp::name, erp -> erp));
    }

    /** Empty when the group's journals are dropped as files. */
    Optional<HttpErp> http(CloseGroup group) {
        return settings.of(group).map(system -> spoken.get(system.name()));
    }

    ErpBooks books(CloseGroup group) {
        Optional<HttpErp> erp = http(group);
        return erp.isPresent() ? erp.get() : files;
    }

    /** A wait no shorter than the first and no longer than the longest. */
    Duration bounded(Duration wait) {
        if (wait.compareTo(settings.first()) < 0) {
            return settings.first();
        }
        return wait.compareTo(settings.longest()) > 0 ? settings.longest() : wait;
    }
}
