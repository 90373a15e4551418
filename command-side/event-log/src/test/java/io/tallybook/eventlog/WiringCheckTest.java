package io.tallybook.eventlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.LoggingErrorHandler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A processor that would log an error and skip the event never starts. */
class WiringCheckTest {
    @Test
    void refusesToStartWithAnErrorHandlerThatSkips() {
        SpringApplicationBuilder application = new SpringApplicationBuilder(ProcessingTest.Wiring.class, Careless.class)
                .web(WebApplicationType.NONE)
                .properties("tallybook.data=target/wiring-check-test", "logging.level.root=OFF");

        assertThatThrownBy(() -> application.run().close())
                .hasMessageContaining(LoggingErrorHandler.class.getName())
                .hasMessageContaining("would not keep");
    }

    @Configuration(proxyBeanMethods = false)
    static class Careless {
        @Bean
        ConfigurerModule skips() {
            return configurer -> configurer
                    .eventProcessing()
                    .registerListenerInvocationErrorHandler(
                            "view-stubborn", configuration -> new LoggingErrorHandler());
        }
    }
}
