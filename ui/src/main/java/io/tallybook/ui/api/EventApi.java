package io.tallybook.ui.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.LogAudit;
import io.tallybook.messages.Outcome;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private static final String ANOTHER = "The log is being verified already; ask again in a minute.";

    private final AuditQueries audit;
    private final LogAudit log;
    private final ViewProgress views;

    EventApi(AuditQueries audit, LogAudit log, ViewProgress views) {
        this.audit = audit;
        this.log = log;
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

    @GetMapping("/ledger/verification")
    @Operation(
            summary = "Reads the whole log and names every row the application cannot have written",
            description =
                    "Missing positions, events that do not follow their stream, rows without a command or apart from "
                            + "it, rows that cannot be read, a head that is not the last row. The first 100 are listed.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LogAudit.Report.class)))
    ResponseEntity<Object> verification() {
        LogAudit.Report report = log.run();
        return report == null
                ? ResponseEntity.status(Outcome.BUSY.status())
                        .body(Problems.problem(HttpStatus.TOO_MANY_REQUESTS, "busy", ANOTHER, Problems.trace()))
                : ResponseEntity.ok(report);
    }
}
