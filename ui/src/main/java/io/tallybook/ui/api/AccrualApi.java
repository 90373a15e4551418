package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.Money;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseCycleCommand.PrepareAccrual;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.journal.JournalBatchCommand.RepostJournal;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.query.accrual.AccrualQueries;
import io.tallybook.query.accrual.AccrualView;
import io.tallybook.query.close.CloseQueries;
import io.tallybook.query.journal.JournalQueries;
import io.tallybook.query.journal.PostingView;
import io.tallybook.query.statement.MonthEstimate;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.close.AccrualOrders;
import io.tallybook.ui.close.AccrualOrders.ByHand;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Flash accruals of a month: what it would be accrued at, what was proposed, and what became of it at the ERP. */
@RestController
@RequestMapping("/api/v1/closes/{group}/{period}/accruals")
@Tag(name = "close", description = "Calendars, the cockpit, allocation, statements, the journal")
class AccrualApi {
    private final AccrualQueries accruals;
    private final JournalQueries journals;
    private final CloseQueries closes;
    private final AccrualOrders estimates;
    private final Grants grants;
    private final Orders orders;

    AccrualApi(
            AccrualQueries accruals,
            JournalQueries journals,
            CloseQueries closes,
            AccrualOrders estimates,
            Grants grants,
            Orders orders) {
        this.accruals = accruals;
        this.journals = journals;
        this.closes = closes;
        this.estimates = estimates;
        this.grants = grants;
        this.orders = orders;
    }

    /**
     * An accrual and the keys of its journal.
     *
     * @param postings booked in the close's period, then taken back in the next; none before it is released
     */
    record AccrualAtErp(AccrualView accrual, List<PostingView> postings) {}

    /** What a shipper's month is accrued at instead of its estimate; {@code reason} in at most 80 characters. */
    record AccruedByHand(String shipper, Money purchases, Money sales, String reason) {
        ByHand given() {
            return new ByHand(new ShipperId(shipper), purchases, sales, reason);
        }
    }

    /** @param byHand needed for every shipper with energy that has no price */
    record AccrualAsked(@Nullable String note, @Nullable List<AccruedByHand> byHand) {
        List<ByHand> given() {
            return byHand == null
                    ? List.of()
                    : byHand.stream().map(AccruedByHand::given).toList();
        }
    }

    /** The hash of the accrual that was shown. */
    record AccrualShown(String contentHash) {}

    record WhyAccrual(String reason) {}

    @GetMapping
    @Operation(
            summary = "Every flash accrual of a close, the latest first, with the keys of its journal at the ERP",
            description = "The true-up of a line is its actual figure less the accrued one; there is none before the "
                    + "close has its journal.")
    List<AccrualAtErp> accruals(@PathVariable String group, @PathVariable String period) {
        CloseId close = known(group, period);
        return accruals.ofClose(close).stream()
                .map(accrual -> new AccrualAtErp(
                        accrual,
                        journals.postings(close, JournalId.ofAccrual(close, accrual.number()))
                                .postings()))
                .toList();
    }

    @GetMapping("/estimate")
    @Operation(
            summary = "What the month will come to by what is recorded of it, by shipper",
            description = "Gas days that are not recorded in full have the mean of those that are, at the last price "
                    + "known; unpriced energy is in no amount.")
    MonthEstimate estimate(@PathVariable String group, @PathVariable String period) {
        CloseId close = known(group, period);
        return there(estimates.estimate(close), "network of group", group);
    }

    @PostMapping
    @Gives(PrepareAccrual.class)
    @Operation(
            summary = "Proposes the month's flash accrual as it is estimated now; by an accountant",
            description = "It takes the place of one that waits. What is given by hand replaces a shipper's amounts, "
                    + "its energy stays as estimated.")
    ResponseEntity<Object> propose(
            @PathVariable String group,
            @PathVariable String period,
            @RequestBody AccrualAsked body,
            HttpServletRequest request) {
        String note = body.note() == null ? "" : body.note();
        return orders.give(
                estimates.order(
                        known(group, period),
                        body.given(),
                        note,
                        orders.caller(request).person(),
                        orders.now()),
                request);
    }

    @PostMapping("/{number}/approve")
    @Gives(ApproveAccrual.class)
    @Operation(
            summary = "Approves the accrual that was shown; by an approver who did not prepare it",
            description = "From the amount of the close's terms on it takes two. It is booked in the close's period "
                    + "and taken back in the next.")
    ResponseEntity<Object> approve(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int number,
            @RequestBody AccrualShown body,
            HttpServletRequest request) {
        Sha256 shown = new Sha256(body.contentHash());
        Money limit = grants.limit(orders.caller(request).user());
        return orders.give(
                group, period, request, (id, by, at) -> new ApproveAccrual(id, number, shown, limit, by, at));
    }

    @PostMapping("/{number}/discard")
    @Gives(DiscardAccrual.class)
    @Operation(summary = "Discards an accrual that waits, with a reason")
    ResponseEntity<Object> discard(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int number,
            @RequestBody WhyAccrual body,
            HttpServletRequest request) {
        return orders.give(
                group, period, request, (id, by, at) -> new DiscardAccrual(id, number, body.reason(), by, at));
    }

    @PostMapping("/{number}/repost")
    @Gives(RepostJournal.class)
    @Operation(summary = "Hands what the ERP refused of an accrual to it once more, under the same key")
    ResponseEntity<Object> repost(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int number,
            @RequestBody WhyAccrual body,
            HttpServletRequest request) {
        return orders.give(
                group,
                period,
                request,
                (id, by, at) -> new RepostJournal(JournalId.ofAccrual(id, number), body.reason(), by, at));
    }

    private CloseId known(String group, String period) {
        CloseId close = Found.close(group, period);
        return there(closes.overview(close, orders.now()), "close", close.value())
                .closeId();
    }
}
