package io.tallybook.ui.health;

import io.tallybook.eventlog.Standstill;
import io.tallybook.eventlog.Standstills;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says which projections and processes stand still, since when and why. Down once one has tried so often that a person must look;
 * before that only told, for most trouble passes by itself.
 */
@Component("processing")
final class ProcessingHealth implements HealthIndicator {
    private final Standstills standstills;

    ProcessingHealth(Standstills standstills) {
        this.standstills = standstills;
    }

    @Override
    public Health health() {
        List<Standstill> now = standstills.now();
        Health.Builder health = now.stream().anyMatch(Standstill::needsPerson) ? Health.down() : Health.up();
        now.forEach(standstill -> health.withDetail(standstill.processor(), sentence(standstill)));
        return health.build();
    }

    private static String sentence(Standstill standstill) {
        return "stands still since " + standstill.since() + ", tried " + standstill.tries() + " times: "
                + standstill.failure();
    }
}
