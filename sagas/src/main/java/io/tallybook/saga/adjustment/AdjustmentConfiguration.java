package io.tallybook.saga.adjustment;

import io.tallybook.eventlog.EventReader;
import io.tallybook.saga.area.Rosters;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires prior-period adjustments. */
@Configuration(proxyBeanMethods = false)
public class AdjustmentConfiguration {
    @Bean
    PriorPeriodAdjustments priorPeriodAdjustments(Orders orders) {
        return new PriorPeriodAdjustments(orders);
    }

    @Bean
    AdjustmentRelay adjustmentRelay(Orders orders, EventReader log, Rosters rosters) {
        return new AdjustmentRelay(orders, new ClosedMonths(log, rosters));
    }

    @Bean
    ConfigurerModule adjustmentProcessors() {
        return configurer -> configurer.eventProcessing(processing -> {
            Processors.register(processing, PriorPeriodAdjustments.PROCESSOR, Processors.IN_ORDER);
            Processors.register(processing, AdjustmentRelay.PROCESSOR, Processors.IN_ORDER);
        });
    }
}
