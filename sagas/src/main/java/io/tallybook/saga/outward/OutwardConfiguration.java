package io.tallybook.saga.outward;

import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what leaves the house; {@link PackIssuer} and {@link ErpDrop} come from outside. */
@Configuration(proxyBeanMethods = false)
public class OutwardConfiguration {
    @Bean
    JournalDrop journalDrop(ErpDrop erp) {
        return new JournalDrop(erp);
    }

    @Bean
    PackIssue packIssue(PackIssuer issuer, Orders orders) {
        return new PackIssue(issuer, orders);
    }

    @Bean
    ConfigurerModule outwardProcessors() {
        return configurer -> configurer.eventProcessing(processing -> {
            Processors.register(processing, JournalDrop.PROCESSOR, 1);
            Processors.register(processing, PackIssue.PROCESSOR, 1);
        });
    }
}
