package io.tallybook.saga.outward.erp;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.journal.JournalBatchEvent.JournalPostingRequested;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.ErpDrop;
import io.tallybook.saga.outward.ErpPeriodCheck;
import io.tallybook.saga.outward.JournalFiles;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the way to the ERPs: over HTTP where a system names the close group, else by file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErpSettings.class)
public class ErpConfiguration {
    @Bean
    Erps erps(ErpSettings settings, ErpBooks files) {
        return new Erps(settings, files);
    }

    @Bean
    ErpPeriodCheck erpPeriodCheck(Erps erps) {
        return new ErpPeriodAsked(erps);
    }

    @Bean
    ErpSchedule erpSchedule(
            Erps erps,
            EventReader log,
            ObjectDirectory objects,
            Orders orders,
            DataSource database,
            Clock clock,
            ErpSettings settings) {
        return new ErpSchedule(new ErpTurn(erps, log, objects, orders, clock), database, clock, settings);
    }

    @Bean
    ErpDrop erpDrop(Erps erps, ErpSchedule schedule, EventReader log, JournalFiles files, Orders orders) {
        FiledJournals filed = new FiledJournals(log, files, orders);
        return new ErpDrop() {
            @Override
            public void hand(JournalPostingRequested batch) throws IOException {
                if (erps.http(batch.closeId().group()).isPresent()) {
                    schedule.soon(batch.journal());
                } else {
                    filed.hand(batch);
                }
            }

            @Override
            public void reconcile(JournalId journal) throws IOException {
                schedule.soon(journal);
            }
        };
    }
}
