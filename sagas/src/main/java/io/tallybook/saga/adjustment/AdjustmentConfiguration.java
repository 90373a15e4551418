package io.tallybook.saga.adjustment;

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
    ConfigurerModule adjustmentProcessors() {
        return Processors.module(PriorPeriodAdjustments.PROCESSOR, Processors.IN_ORDER);
    }
}
