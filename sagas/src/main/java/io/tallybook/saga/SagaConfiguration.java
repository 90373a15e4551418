package io.tallybook.saga;

import io.tallybook.eventlog.CommandDoor;
import io.tallybook.saga.adjustment.AdjustmentConfiguration;
import io.tallybook.saga.area.AreaCloseConfiguration;
import io.tallybook.saga.change.ChangeConfiguration;
import io.tallybook.saga.deadletter.DeadLetterConfiguration;
import io.tallybook.saga.monthend.MonthEndConfiguration;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.OutwardConfiguration;
import io.tallybook.saga.outward.filedrop.FileDropConfiguration;
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
    MonthEndConfiguration.class,
    AreaCloseConfiguration.class,
    AdjustmentConfiguration.class,
    DeadLetterConfiguration.class,
    ChangeConfiguration.class,
    OutwardConfiguration.class,
    FileDropConfiguration.class
})
public class SagaConfiguration {
    @Bean
    Orders orders(CommandDoor door, Clock clock) {
        return new Orders(door, clock);
    }
}
