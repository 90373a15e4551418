package io.tallybook.saga.outward.filedrop;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.saga.orders.Orders;
import io.tallybook.saga.outward.JournalFiles;
import io.tallybook.saga.outward.erp.ErpBooks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ERP behind two directories; needs {@code tallybook.erp-drop.directory}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileDropSettings.class)
public class FileDropConfiguration {
    @Bean
    JournalFiles journalFiles(FileDropSettings settings) {
        return new FileDrop(settings.outbox());
    }

    @Bean
    ErpBooks acknowledgedFiles(FileDropSettings settings) {
        return new FileBooks(settings.inbox());
    }

    @Bean
    AcknowledgementPoll acknowledgementPoll(
            FileDropSettings settings, EventReader log, ObjectDirectory objects, Orders orders) {
        Inbox inbox = new Inbox(settings.inbox());
        return new AcknowledgementPoll(new Acknowledgements(inbox, log, objects, orders), settings.every());
    }
}
