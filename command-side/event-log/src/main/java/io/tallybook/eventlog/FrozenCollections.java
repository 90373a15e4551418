package io.tallybook.eventlog;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/** Makes every list, set and map of an event that was read unmodifiable, as it was when it was written. */
final class FrozenCollections extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new Freezing(deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config,
            MapType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new Freezing(deserializer);
    }

    private static final class Freezing extends DelegatingDeserializer {
        Freezing(ValueDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
            return new Freezing(deserializer);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return switch (super.deserialize(json, context)) {
                case List<?> list -> Collections.unmodifiableList(list);
                case Set<?> set -> Collections.unmodifiableSet(set);
                case Map<?, ?> map -> Collections.unmodifiableMap(map);
                case Object other -> other;
            };
        }
    }
}
