package io.tallybook.eventlog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.tallybook.messages.Event;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Events and their metadata as JSON, the same bytes for the same fact every time: components in the order of the record, a
 * record of one component as its bare value, absent instead of null, exact numbers without exponent, times in UTC. An unknown
 * property is an error, and so is a missing component that is not {@code @Nullable}.
 */
final class LogJson {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new RecordShapes())
            .addModule(new SimpleModule("collections")
                    .addSerializer(new SortedSet())
                    .setDeserializerModifier(new FrozenCollections()))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private LogJson() {}

    static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    static <T extends Event> T read(byte[] payload, Class<T> type) {
        return MAPPER.readValue(payload, type);
    }

    static byte[] writeMetadata(Map<String, ?> metadata) {
        Map<String, String> words = new TreeMap<>();
        metadata.forEach((key, value) -> words.put(key, String.valueOf(value)));
        return MAPPER.writeValueAsBytes(words);
    }

    static Map<String, String> readMetadata(byte[] metadata) {
        return MAPPER.readValue(metadata, WORDS);
    }

    /** A set has no order of its own, the bytes must have one. */
    private static final class SortedSet extends StdSerializer<Set<?>> {
        SortedSet() {
            super(Set.class);
        }

        @Override
        public void serialize(Set<?> value, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            new TreeSet<>(value).forEach(json::writePOJO);
            json.writeEndArray();
        }
    }

    private static final class RecordShapes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedMethod method
                    && isBare(method.getDeclaringClass())
                    && method.getName()
                            .equals(method.getDeclaringClass()
                                    .getRecordComponents()[0]
                                    .getName());
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedConstructor constructor
                            && isBare(constructor.getDeclaringClass())
                            && constructor.getParameterCount() == 1
                    ? JsonCreator.Mode.DELEGATING
                    : super.findCreatorAnnotation(config, annotated);
        }

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()) {
                return !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                        Nullable.class);
            }
            return super.hasRequiredMarker(config, member);
        }

        /** Ids, amounts, hashes; never an event, which may grow. */
        private static boolean isBare(Class<?> type) {
            return type.isRecord() && type.getRecordComponents().length == 1 && !Event.class.isAssignableFrom(type);
        }
    }
}
