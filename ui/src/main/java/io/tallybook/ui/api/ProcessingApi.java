package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.Claim;
import io.tallybook.eventlog.Claims;
import io.tallybook.messages.processing.ClaimCommand.ClearStaleClaim;
import io.tallybook.messages.processing.ClaimId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which node works on what. */
@RestController
@RequestMapping("/api/v1/processing/claims")
@Tag(name = "processing", description = "Which node works on what")
class ProcessingApi {
    private final Claims claims;
    private final Orders orders;

    ProcessingApi(Claims claims, Orders orders) {
        this.claims = claims;
        this.orders = orders;
    }

    record ClearanceBody(String claim, String reason) {}

    @GetMapping
    @Operation(
            summary = "Every part of the processing with the node that holds it and its last sign of life",
            description = "A claim that is stale was not renewed in time: 10 s for a processor, 20 s for a task.")
    List<Claim> all() {
        return claims.all();
    }

    @PostMapping("/clearance")
    @Gives(ClearStaleClaim.class)
    @Operation(
            summary = "Clears a stale claim, so that another node takes it up",
            description = "An Admin's; one that is renewed is refused (claim-is-live), one that nobody holds is 404.")
    ResponseEntity<Object> clear(@RequestBody ClearanceBody body, HttpServletRequest request) {
        return orders.respond(claims.clear(new ClaimId(body.claim()), body.reason(), orders.caller(request)));
    }
}
