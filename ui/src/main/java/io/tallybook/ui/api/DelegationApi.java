package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Caller;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.access.DelegationCommand.DelegateApproval;
import io.tallybook.messages.access.DelegationCommand.RevokeDelegation;
import io.tallybook.messages.access.DelegationsId;
import io.tallybook.ui.access.LentRights;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Approval rights lent to another for a while. */
@RestController
@RequestMapping("/api/v1/delegations/{group}")
@Tag(name = "access", description = "Signing in, and who may do what")
class DelegationApi {
    private final LentRights rights;
    private final Orders orders;

    DelegationApi(LentRights rights, Orders orders) {
        this.rights = rights;
        this.orders = orders;
    }

    record DelegationBody(String delegate, Instant from, Instant until, String reason) {}

    record RevocationBody(String reason) {}

    @GetMapping
    @Operation(summary = "Every delegation of a close group, latest first, with whether it may be used now")
    List<LentRights.Delegation> all(@PathVariable String group) {
        return rights.of(new CloseGroup(group));
    }

    @PostMapping
    @Gives(DelegateApproval.class)
    @Operation(
            summary = "Lends one's own right to approve the group's packs, for at most 31 days",
            description =
                    "The delegate signs with POST …/approvals and the delegation's number; the limit is the owner's.")
    ResponseEntity<Object> lend(
            @PathVariable String group, @RequestBody DelegationBody body, HttpServletRequest request) {
        Caller caller = orders.caller(request);
        return orders.give(
                new DelegateApproval(
                        new DelegationsId(group),
                        caller.user(),
                        new PersonId(body.delegate()),
                        body.from(),
                        body.until(),
                        body.reason(),
                        caller.person(),
                        orders.now()),
                request);
    }

    @PostMapping("/{number}/revocation")
    @Gives(RevokeDelegation.class)
    @Operation(summary = "Ends a delegation at once")
    ResponseEntity<Object> revoke(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody RevocationBody body,
            HttpServletRequest request) {
        return orders.give(
                new RevokeDelegation(
                        new DelegationsId(group),
                        number,
                        body.reason(),
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }
}
