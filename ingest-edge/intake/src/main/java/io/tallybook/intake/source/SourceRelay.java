package io.tallybook.intake.source;

import io.tallybook.messages.source.SourceEvent.PullRequested;
import io.tallybook.messages.source.SourceEvent.SourceDefined;
import io.tallybook.messages.source.SourceEvent.SourceResumed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Puts a source that somebody has defined, resumed or asked for on the schedule. */
@DisallowReplay
@ProcessingGroup(SourceRelay.PROCESSOR)
class SourceRelay {
    static final String PROCESSOR = "relay-sources";

    private final SourceSchedule schedule;

    SourceRelay(SourceSchedule schedule) {
        this.schedule = schedule;
    }

    @EventHandler
    void on(SourceDefined event) {
        schedule.soon(event.source());
    }

    @EventHandler
    void on(SourceResumed event) {
        schedule.soon(event.source());
    }

    @EventHandler
    void on(PullRequested event) {
        schedule.soon(event.source());
    }
}
