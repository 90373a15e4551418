package io.tallybook.saga.change;

import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires approved changes of configuration. */
@Configuration(proxyBeanMethods = false)
public class ChangeConfiguration {
    @Bean
    ChangeRelease changeRelease(ChangeOrders contents, Orders orders) {
        return new ChangeRelease(contents, orders);
    }

    @Bean
    ConfigurerModule changeProcessors() {
        return Processors.module(ChangeRelease.PROCESSOR, Processors.IN_ORDER);
    }
}
