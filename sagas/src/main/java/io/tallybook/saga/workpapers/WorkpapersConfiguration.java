package io.tallybook.saga.workpapers;

import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires working papers. */
@Configuration(proxyBeanMethods = false)
public class WorkpapersConfiguration {
    @Bean
    WorkpapersRelay workpapersRelay(Orders orders) {
        return new WorkpapersRelay(orders);
    }

    @Bean
    ConfigurerModule workpapersProcessors() {
        return Processors.module(WorkpapersRelay.PROCESSOR, Processors.IN_ORDER);
    }
}
