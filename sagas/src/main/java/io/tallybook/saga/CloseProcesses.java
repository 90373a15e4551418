package io.tallybook.saga;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.saga.adjustment.AdjustmentConfiguration;
import io.tallybook.saga.area.AreaCloseConfiguration;
import io.tallybook.saga.deadletter.DeadLetterConfiguration;
import io.tallybook.saga.monthend.MonthEndConfiguration;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.variance.VarianceConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The processes that take a month to its figures and speak to nobody outside: those of the house, and those of a dry run. Needs
 * {@link CommandDoor}, {@code EventReader} and one {@link Clock}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    MonthEndConfiguration.class,
    VarianceConfiguration.class,
    AreaCloseConfiguration.class,
    AdjustmentConfiguration.class,
    DeadLetterConfiguration.class
})
public class CloseProcesses {
    @Bean
    Orders orders(CommandDoor door, Clock clock) {
        return new Orders(door, clock);
    }
}
