package io.tallybook.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.deadline.AbstractDeadlineManager;
import org.axonframework.messaging.ScopeDescriptor;
import org.jspecify.annotations.Nullable;

/** Where no deadline will ever be due. */
final class NoDeadlines extends AbstractDeadlineManager {
    @Override
    public String schedule(Instant due, String name, @Nullable Object messageOrPayload, ScopeDescriptor scope) {
        return UUID.nameUUIDFromBytes((name + due + scope.scopeDescription()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void cancelSchedule(String name, String id) {}

    @Override
    public void cancelAll(String name) {}

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {}
}
