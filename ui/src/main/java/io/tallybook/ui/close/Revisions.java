package io.tallybook.ui.close;

import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.fold.RevisionChanges;
import io.tallybook.eventlog.fold.RevisionFold;
import io.tallybook.messages.close.CloseId;
import io.tallybook.query.close.CloseOverview;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.RevisionView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a revision that was taken back came to, beside the one after it, from the log. */
@Component
public class Revisions {
    private final CloseQueries closes;
    private final EventReader log;
    private final Clock clock;

    Revisions(CloseQueries closes, EventReader log, Clock clock) {
        this.closes = closes;
        this.log = log;
        this.clock = clock;
    }

    /** Empty when the close has no such revision that was taken back. */
    public Optional<RevisionChanges> changes(CloseId closeId, int revision) {
        return closes.overview(closeId, clock.instant()).flatMap(close -> changes(close, revision));
    }

    private Optional<RevisionChanges> changes(CloseOverview close, int revision) {
        List<RevisionView> stood = close.revisions();
        return stood.stream()
                .filter(view -> view.revision() == revision)
                .findFirst()
                .map(view -> RevisionFold.of(log, close.closeId(), view.attempt(), next(close, revision)));
    }

    private static int next(CloseOverview close, int revision) {
        return close.revisions().stream()
                .filter(view -> view.revision() == revision + 1)
                .findFirst()
                .map(RevisionView::attempt)
                .orElse(close.attempt());
    }
}
