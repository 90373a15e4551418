package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.intake.source.SourceProfiles;
import io.tallybook.intake.source.SourceSchedule;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.SourceCommand.DefineSource;
import io.tallybook.messages.source.SourceCommand.PauseSource;
import io.tallybook.messages.source.SourceCommand.RequestPull;
import io.tallybook.messages.source.SourceCommand.ResumeSource;
import io.tallybook.query.Page;
import io.tallybook.query.source.SourceObjectView;
import io.tallybook.query.source.SourcePullView;
import io.tallybook.query.source.SourceQueries;
import io.tallybook.query.source.SourceView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Named sources: what is read again and again, how far, and what came of it. */
@RestController
@RequestMapping("/api/v1/sources")
@Tag(name = "sources", description = "Named sources, read again and again from a folder or an API")
class SourceApi {
    private final SourceQueries sources;
    private final SourceSchedule schedule;
    private final SourceProfiles profiles;
    private final Orders orders;

    SourceApi(SourceQueries sources, SourceSchedule schedule, SourceProfiles profiles, Orders orders) {
        this.sources = sources;
        this.schedule = schedule;
        this.profiles = profiles;
        this.orders = orders;
    }

    /**
     * A source, and when it is looked at next.
     *
     * @param turn null while it is paused, and right after it was defined
     */
    record SourceAnswer(SourceView source, SourceSchedule.@Nullable Turn turn) {}

    record ReasonBody(String reason) {}

    @GetMapping
    @Operation(summary = "Every named source by name, with its last pull and its next turn")
    List<SourceAnswer> all() {
        return sources.sources().stream().map(this::answer).toList();
    }

    @GetMapping("/{source}")
    @Operation(summary = "A named source: definition, watermark, last pull, next turn")
    SourceAnswer one(@PathVariable String source) {
        return answer(found(source));
    }

    @GetMapping("/{source}/pulls")
    @Operation(
            summary = "The pulls of a source, newest first",
            description = "A pull that brought nothing, or failed as the one before, is written down once a day.")
    Page<SourcePullView> pulls(@PathVariable String source, WhichPage page) {
        return sources.pulls(found(source).source(), page.request());
    }

    @GetMapping("/{source}/pulls/{pull}/objects")
    @Operation(summary = "The pages or files of a pull, each with its import")
    List<SourceObjectView> objects(@PathVariable String source, @PathVariable String pull) {
        SourceId of = found(source).source();
        return sources.objects(of, new PullId(pull));
    }

    @PutMapping("/{source}")
    @Gives(DefineSource.class)
    @Operation(
            summary = "Defines a source, or defines it anew",
            description =
                    "profile is a profile's YAML or the name of a shipped one. The watermark stays unless address, "
                            + "query or watermark rule change.")
    ResponseEntity<Object> define(@PathVariable String source, @RequestBody SourceBody body, HttpServletRequest request)
            throws IOException {
        SourceId id = new SourceId(source);
        return orders.give(new DefineSource(id, body.definition(profiles), by(request), orders.now()), request);
    }

    @PostMapping("/{source}/pause")
    @Gives(PauseSource.class)
    @Operation(summary = "Leaves a source alone until it is resumed")
    ResponseEntity<Object> pause(
            @PathVariable String source, @RequestBody ReasonBody body, HttpServletRequest request) {
        return orders.give(
                new PauseSource(new SourceId(source), body.reason().strip(), by(request), orders.now()), request);
    }

    @PostMapping("/{source}/resume")
    @Gives(ResumeSource.class)
    @Operation(summary = "Reads a paused source again, at once")
    ResponseEntity<Object> resume(@PathVariable String source, HttpServletRequest request) {
        return orders.give(new ResumeSource(new SourceId(source), by(request), orders.now()), request);
    }

    @PostMapping("/{source}/pulls")
    @Gives(RequestPull.class)
    @Operation(
            summary = "Asks for a pull now",
            description =
                    "It is written down whatever it brings; askedAt of the source is null again when it has ended.")
    ResponseEntity<Object> pull(@PathVariable String source, HttpServletRequest request) {
        return orders.give(new RequestPull(new SourceId(source), by(request), orders.now()), request);
    }

    private SourceAnswer answer(SourceView view) {
        return new SourceAnswer(view, schedule.turn(view.source()).orElse(null));
    }

    private SourceView found(String source) {
        return there(sources.source(new SourceId(source)), "source", source);
    }

    private PersonId by(HttpServletRequest request) {
        return orders.caller(request).person();
    }
}
