package io.tallybook.ui.frame;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream a page listens to: topics of what changed, nothing else; the page fetches its own parts anew. */
@PageController
class LivePage {
    private final LiveUpdates updates;

    LivePage(LiveUpdates updates) {
        this.updates = updates;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@RequestParam(defaultValue = "0") long since) {
        return updates.listener(since);
    }
}
