package io.tallybook.saga.monthend;

import io.tallybook.eventlog.EventReader;
import io.tallybook.saga.area.AreaReopening;
import io.tallybook.saga.area.Rosters;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.orders.Processors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the month-end close and the relays of its figures. */
@Configuration(proxyBeanMethods = false)
public class MonthEndConfiguration {
    @Bean
    ContractTermsRelay contractTermsRelay(Orders orders, Rosters rosters) {
        return new ContractTermsRelay(orders, rosters);
    }

    @Bean
    ValuationRelay valuationRelay(Orders orders, EventReader log) {
        return new ValuationRelay(orders, log);
    }

    @Bean
    AccrualRelay accrualRelay(Orders orders, EventReader log) {
        return new AccrualRelay(orders, log);
    }

    @Bean
    OutdatedPins outdatedPins(Orders orders) {
        return new OutdatedPins(orders);
    }

    @Bean
    Reopened reopened(EventReader log, Rosters rosters) {
        return new Reopened(log, new AreaReopening(rosters));
    }

    @Bean
    ConfigurerModule monthEndProcessors() {
        return configurer -> configurer.eventProcessing(processing -> {
            processing.registerSaga(MonthEndClose.class);
            processing.registerSaga(CloseTimetable.class);
            processing.registerSaga(ReopenedClose.class);
            Processors.register(processing, MonthEndClose.PROCESSOR, 1);
            Processors.register(processing, CloseTimetable.PROCESSOR, 1);
            Processors.register(processing, ReopenedClose.PROCESSOR, 1);
            Processors.register(processing, ContractTermsRelay.PROCESSOR, 2);
            Processors.register(processing, ValuationRelay.PROCESSOR, Processors.IN_ORDER);
            Processors.register(processing, AccrualRelay.PROCESSOR, 1);
            Processors.register(processing, OutdatedPins.PROCESSOR, Processors.IN_ORDER);
        });
    }
}
