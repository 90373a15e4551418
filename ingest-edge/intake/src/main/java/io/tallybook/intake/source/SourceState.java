package io.tallybook.intake.source;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PullId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.PullStart;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceEvent;
import io.tallybook.messages.source.SourceEvent.ObjectTaken;
import io.tallybook.messages.source.SourceEvent.PullFailed;
import io.tallybook.messages.source.SourceEvent.PullRecorded;
import io.tallybook.messages.source.SourceEvent.PullRequested;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.SourceEvent.SourcePaused;
import io.tallybook.messages.source.SourceEvent.SourceResumed;
import io.tallybook.messages.source.TakenObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source as its own stream tells it, read before every pull: nothing else says where the last one ended. */
final class SourceState {
    /** Files remembered; the one taken longest ago is forgotten first, and reading it again changes nothing. */
    static final int MOST_FILES = 20_000;

    private final Map<String, TakenObject> files = new LinkedHashMap<>();
    private @Nullable SourceDefinition definition;
    private @Nullable PersonId definedBy;
    private @Nullable String watermark;
    private @Nullable Instant askedAt;
    private int version;
    private boolean paused;

    private SourceState() {}

    /** Empty when there is no such source. */
    static Optional<SourceState> of(SourceId source, EventReader log) {
        SourceState state = new SourceState();
        log.stream(source.toString()).stream().map(StoredEvent::event).forEach(event -> {
            if (event instanceof SourceEvent known) {
                state.on(known);
            }
        });
        return state.definition == null ? Optional.empty() : Optional.of(state);
    }

    private void on(SourceEvent event) {
        switch (event) {
            case SourceDefined e -> defined(e);
            case SourcePaused e -> paused = true;
            case SourceResumed e -> paused = false;
            case PullRequested e -> askedAt = e.requestedAt();
            case ObjectTaken e -> {
                save(e.watermark());
                remember(e.object());
            }
            case PullRecorded e -> {
                save(e.watermark());
                answered(e.startedAt());
            }
            case PullFailed e -> answered(e.startedAt());
        }
    }

    private void defined(SourceDefined e) {
        if (!e.goesOn()) {
            watermark = null;
            files.clear();
        }
        definition = e.definition();
        definedBy = e.by();
        version = e.version();
    }

    private void save(@Nullable String mark) {
        watermark = mark == null ? watermark : mark;
    }

    private void remember(TakenObject object) {
        if (object.modified() != null) {
            files.remove(object.name());
            files.put(object.name(), object);
            if (files.size() > MOST_FILES) {
                files.remove(files.keySet().iterator().next());
            }
        }
    }

    private void answered(Instant startedAt) {
        if (askedAt != null && !askedAt.isAfter(startedAt)) {
            askedAt = null;
        }
    }

    PersonId definedBy() {
        return java.util.Objects.requireNonNull(definedBy, "a source that is there was defined by somebody");
    }

    SourceDefinition definition() {
        return java.util.Objects.requireNonNull(definition, "a source that is there is defined");
    }

    boolean isPaused() {
        return paused;
    }

    /** Whether somebody waits for a pull. */
    boolean isAwaited() {
        return askedAt != null;
    }

    PullStart start(PullId pull, Instant at) {
        return new PullStart(pull, version, watermark, at);
    }

    /** Of the definition in force. */
    int version() {
        return version;
    }

    /** Whether the file was taken as it is. */
    boolean hasTaken(String name, long bytes, Instant modified) {
        TakenObject taken = files.get(name);
        return taken != null && taken.bytes() == bytes && modified.equals(taken.modified());
    }

    boolean hasTaken(Sha256 content) {
        return files.values().stream().anyMatch(file -> file.file().equals(content));
    }
}
