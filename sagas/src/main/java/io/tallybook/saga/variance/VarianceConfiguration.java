package io.tallybook.saga.variance;

import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the review of variances. */
@Configuration(proxyBeanMethods = false)
public class VarianceConfiguration {
    @Bean
    VarianceRelay varianceRelay(Orders orders) {
        return new VarianceRelay(orders);
    }

    @Bean
    ConfigurerModule varianceProcessors() {
        return Processors.module(VarianceRelay.PROCESSOR, Processors.IN_ORDER);
    }
}
