package io.tallybook.ui.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** The API writes ids and value types as their bare value, as the log does: {@code "denmark/2024-10"}, {@code 1234}. */
@Configuration(proxyBeanMethods = false)
class ApiJson {
    private static final String VALUES = "io.tallybook.messages";

    @Bean
    JacksonModule bareValues() {
        return new SimpleModule("bare-values")
                .setSerializerModifier(new BareValues())
                .setDeserializerModifier(new BareValuesRead());
    }

    @Bean
    JacksonModule requiredFields() {
        return new SimpleModule("required-fields") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.insertAnnotationIntrospector(new RequiredFields());
            }
        };
    }

    static boolean isValue(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().startsWith(VALUES)
                && type.getRecordComponents().length == 1
                && !Collection.class.isAssignableFrom(type.getRecordComponents()[0].getType());
    }

    private static final class BareValues extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> serializer) {
            Class<?> type = bean.getBeanClass();
            return isValue(type) ? new BareValue(type.getRecordComponents()[0]) : serializer;
        }
    }

    private static final class BareValue extends ValueSerializer<Object> {
        private final RecordComponent component;

        BareValue(RecordComponent component) {
            this.component = component;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            try {
                json.writePOJO(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's accessor is public", e);
            }
        }
    }

    private static final class BareValuesRead extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
            return isValue(bean.getBeanClass()) ? new BareValueRead(deserializer) : deserializer;
        }
    }

    /** Reads a value type as it is written; an object with its component is read too. */
    private static final class BareValueRead extends DelegatingDeserializer {
        BareValueRead(ValueDeserializer<?> object) {
            super(object);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> object) {
            return new BareValueRead(object);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                return super.deserialize(json, context);
            }
            RecordComponent component = handledType().getRecordComponents()[0];
            Object bare = context.readValue(json, context.constructType(component.getGenericType()));
            try {
                return handledType().getDeclaredConstructor(component.getType()).newInstance(bare);
            } catch (InvocationTargetException e) {
                throw context.instantiationException(handledType(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's canonical constructor is public", e);
            }
        }
    }
}
