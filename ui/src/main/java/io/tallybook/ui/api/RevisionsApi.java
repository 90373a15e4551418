package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.fold.RevisionChanges;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.close.CloseId;
import io.tallybook.ui.close.Revisions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a reopened month came to before, beside what it comes to now. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}/revisions")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class RevisionsApi {
    private final Revisions revisions;

    RevisionsApi(Revisions revisions) {
        this.revisions = revisions;
    }

    @GetMapping("/{revision}/changes")
    @Operation(
            summary = "A revision that was taken back, set beside the one after it",
            description =
                    "Every area's balance and every shipper's statement of both, kWh and money, and the gas days that"
                            + " differ; null where one of the two has no such figure, or none yet.")
    RevisionChanges changes(@PathVariable String group, @PathVariable String period, @PathVariable int revision) {
        CloseId close = CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
        return there(revisions.changes(close, revision), "revision", String.valueOf(revision));
    }
}
