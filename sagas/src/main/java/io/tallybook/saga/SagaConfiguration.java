package io.tallybook.saga;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.Overlays;
import io.tallybook.saga.change.ChangeConfiguration;
import io.tallybook.saga.outward.OutwardConfiguration;
import io.tallybook.saga.outward.erp.ErpConfiguration;
import io.tallybook.saga.outward.filedrop.FileDropConfiguration;
import io.tallybook.saga.whatif.DryRuns;
import io.tallybook.saga.whatif.Previews;
import io.tallybook.saga.workpapers.WorkpapersConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Every process of the house. Needs {@link CommandDoor}, {@code EventReader} and {@code ObjectDirectory} of the log, one
 * {@link Clock}, a {@link io.tallybook.saga.outward.PackIssuer},
 * {@link io.tallybook.saga.change.ChangeOrders}, and the setting {@code tallybook.erp-drop.directory}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    CloseProcesses.class,
    WorkpapersConfiguration.class,
    ChangeConfiguration.class,
    OutwardConfiguration.class,
    FileDropConfiguration.class,
    ErpConfiguration.class
})
public class SagaConfiguration {
    @Bean
    DryRuns dryRuns(Overlays overlays, Clock clock) {
        return new DryRuns(overlays, CloseProcesses.class, clock);
    }

    @Bean
    Previews previews(Overlays overlays) {
        return new Previews(overlays);
    }
}
