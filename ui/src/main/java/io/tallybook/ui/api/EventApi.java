package io.tallybook.ui.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.UserId;
import io.tallybook.query.Page;
import io.tallybook.query.ViewProgress;
import io.tallybook.query.audit.AuditEntry;
import io.tallybook.query.audit.AuditEvent;
import io.tallybook.query.audit.AuditFilter;
import io.tallybook.query.audit.AuditQueries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log read by programs: the event browser's lists, and an event with its stored JSON. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "audit", description = "The log, read-only")
class EventApi {
    private final AuditQueries audit;
    private final ViewProgress views;

    EventApi(AuditQueries audit, ViewProgress views) {
        this.audit = audit;
        this.views = views;
    }

    /**
     * An event whole.
     *
     * @param payload the stored JSON, byte for byte
     */
    record EventWhole(
            AuditEntry event,
            Map<String, String> metadata,

            @JsonRawValue
            @Schema(
                    type = "object",
                    description = "The stored JSON, byte for byte",
                    example = "{\"day\": \"2024-10-10\"}")
            String payload) {}

    @GetMapping("/events")
    @Operation(
            summary = "The log, newest first, by stream, event, user, time and position",
            description =
                    "stream is exact, such as close:denmark/2024-10; type is an event's logical name; from and "
                            + "fromPosition are included, to and toPosition are not. A cursor stays good while events are added.")
    Page<AuditEntry> events(
            @RequestParam @Nullable String stream,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String user,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable Long fromPosition,
            @RequestParam @Nullable Long toPosition,
            WhichPage page) {
        AuditFilter filter = new AuditFilter(
                stream, type, user == null ? null : new UserId(user), from, to, fromPosition, toPosition);
        return audit.events(filter, page.request());
    }

    @GetMapping("/events/{position}")
    @Operation(summary = "One event with its metadata and its stored JSON")
    EventWhole event(@PathVariable long position) {
        AuditEvent event = find(position);
        return new EventWhole(event.entry(), event.metadata(), event.payload());
    }

    @GetMapping("/events/{position}/chain")
    @Operation(summary = "The event and what caused it or was caused by it: same correlation, in order, at most 1,000")
    List<AuditEntry> chain(@PathVariable long position) {
        AuditEntry entry = find(position).entry();
        String correlation = entry.correlation();
        return correlation == null ? List.of(entry) : audit.chain(correlation);
    }

    private AuditEvent find(long position) {
        return Found.there(audit.event(position), "event", String.valueOf(position));
    }

    @GetMapping("/event-types")
    @Operation(summary = "Every logical event name there is")
    List<String> types() {
        return audit.types();
    }

    @GetMapping("/views")
    @Operation(summary = "How far each view has come in the log, and what stopped it")
    List<ViewProgress.ProjectionProgress> views() {
        return views.projections();
    }
}
