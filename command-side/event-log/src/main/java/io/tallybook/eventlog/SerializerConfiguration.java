package io.tallybook.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.DeserializationFeature;

/** JSON for what Axon itself stores: tokens, processes, deadlines. Events go through {@link LogJson} only. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {
    @Bean
    @Primary
    Serializer serializer() {
        return json();
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return json();
    }

    @Bean
    @Qualifier("messageSerializer") Serializer messageSerializer() {
        return json();
    }

    /** Processes have fields and no accessors; a field that has gone is no reason to lose a process. */
    private static Serializer json() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultVisibility(
                                visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .build();
    }
}
