package io.tallybook.saga.deadletter;

import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the release of dead letters. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {
    @Bean
    DeadLetterRelease deadLetterRelease(Orders orders) {
        return new DeadLetterRelease(orders);
    }

    @Bean
    ConfigurerModule deadLetterProcessors() {
        return Processors.module(DeadLetterRelease.PROCESSOR, Processors.IN_ORDER);
    }
}
