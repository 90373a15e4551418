package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.mine.MyWork;
import io.tallybook.ui.mine.WorkItem;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for who asks. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "access", description = "Signing in, and who may do what")
class MyWorkApi {
    private final MyWork work;

    MyWorkApi(MyWork work) {
        this.work = work;
    }

    @GetMapping("/work")
    @Operation(
            summary = "What waits for the signed-in person, first what they may do, then what takes another and why",
            description = "'why' is the rule that keeps this very person from it; absent when nothing does.")
    List<WorkItem> work(@AuthenticationPrincipal Account account) {
        return work.of(account);
    }
}
