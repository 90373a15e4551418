package io.tallybook.saga.area;

import io.tallybook.eventlog.EventReader;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the close of an area. */
@Configuration(proxyBeanMethods = false)
public class AreaCloseConfiguration {
    @Bean
    Rosters rosters(EventReader log) {
        return new Rosters(log);
    }

    @Bean
    AreaFiguresRelay areaFiguresRelay(Orders orders) {
        return new AreaFiguresRelay(orders);
    }

    @Bean
    ConfigurerModule areaCloseProcessors() {
        return configurer -> configurer.eventProcessing(processing -> {
            processing.registerSaga(AreaClose.class);
            Processors.register(processing, AreaClose.PROCESSOR, 4);
            Processors.register(processing, AreaFiguresRelay.PROCESSOR, 2);
        });
    }
}
