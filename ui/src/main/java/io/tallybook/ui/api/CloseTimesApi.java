package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.CloseGroup;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.close.CloseTime;
import io.tallybook.ui.close.CloseTimes;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long closes took. */
@RestController
@RequestMapping("/api/v1/calendars/{group}")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class CloseTimesApi {
    private final CloseQueries closes;
    private final CloseTimes times;

    CloseTimesApi(CloseQueries closes, CloseTimes times) {
        this.closes = closes;
        this.times = times;
    }

    @GetMapping("/close-times")
    @Operation(
            summary = "How long each of the latest 25 months took to close, planned beside actual, latest first",
            description = "Of every step when it began and was done, whether it lies on the critical path, and which of"
                    + " those took longest.")
    List<CloseTime> times(@PathVariable String group) {
        return times.of(there(closes.calendar(new CloseGroup(group)), "close group", group));
    }
}
