package io.tallybook.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What db-scheduler keeps of a deadline, as JSON. Its own way is Java's serialization, which would make objects of any class out
 * of bytes in a table.
 */
final class DeadlineJson implements Serializer {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .enable(MapperFeature.CAN_OVERRIDE_ACCESS_MODIFIERS)
            .build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object details) {
        return details == null ? null : JSON.writeValueAsBytes(details);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : JSON.readValue(bytes, type);
    }
}
