package io.tallybook.ui.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API described in OpenAPI 3.1: as it answers, with an example and the problems of every operation. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tallybook")
                        .version("v1")
                        .license(new License().name("Apache-2.0"))
                        .description(
                                "The close of gas measurement: the orders people give and the views the pages show. "
                                        + "Energies are kWh, money has two decimals, times are UTC, gas days are dates. An order "
                                        + "takes If-Match (the stream's sequence from an ETag) and Idempotency-Key; its answer "
                                        + "says whether every view shows it yet. What shows one thing has its ETag; a proposal "
                                        + "(PUT of the set-up) with If-Match is 412 when the thing has changed since."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("The token of POST /api/v1/tokens")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Ids and value types are described as the bare value they are written as. */
    @Bean
    ModelConverter bareValueSchemas() {
        return new BareValues();
    }

    @Bean
    OpenApiCustomizer problemsAndExamples() {
        return document -> {
            new ApiProblems(document).addToAll();
            new ApiExamples(document).addToAll();
            document.getPaths().values().stream()
                    .flatMap(item -> item.readOperations().stream())
                    .flatMap(operation ->
                            Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
                    .forEach(parameter -> neverNull(parameter.getSchema()));
        };
    }

    /** Says of an operation which order it gives and who may give it, before {@link ApiProblems} says what refuses it. */
    @Bean
    OperationCustomizer ordersAndRoles() {
        return (operation, method) -> {
            OrderGiven.of(method.getMethod()).describe(operation);
            return operation;
        };
    }

    /** A parameter is given or left out. */
    private static void neverNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.setTypes(schema.getTypes().stream()
                    .filter(type -> !type.equals("null"))
                    .collect(Collectors.toSet()));
        }
    }

    private static final class BareValues implements ModelConverter {
        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (ApiJson.isValue(raw)) {
                RecordComponent component = raw.getRecordComponents()[0];
                Schema<?> bare = context.resolve(new AnnotatedType(component.getGenericType()).resolveAsRef(false));
                bare.setExample(ApiExamples.value(raw.getSimpleName()));
                return bare;
            }
            return others.hasNext() ? others.next().resolve(type, context, others) : null;
        }
    }
}
