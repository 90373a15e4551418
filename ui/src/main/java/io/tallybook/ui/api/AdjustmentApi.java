package io.tallybook.ui.api;

import static io.tallybook.ui.api.Found.there;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.GrantLegalHold;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.PrepareAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RejectAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RetryBooking;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.query.Page;
import io.tallybook.query.adjustment.ContractEffect;
import io.tallybook.query.adjustment.PackageDeed;
import io.tallybook.query.adjustment.PackageFilter;
import io.tallybook.query.adjustment.PackageJournal;
import io.tallybook.query.adjustment.PackageMember;
import io.tallybook.query.adjustment.PackageQueries;
import io.tallybook.query.adjustment.PackageState;
import io.tallybook.query.adjustment.PackageView;
import io.tallybook.query.adjustment.PreviewLine;
import io.tallybook.query.adjustment.RestatedStatement;
import io.tallybook.ui.access.Grants;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packages of prior-period adjustments: what they come to, and the decision. */
@RestController
@RequestMapping("/api/v1/adjustment-packages")
@Tag(name = "adjustments", description = "What came for locked months: calculated, approved and booked by package")
class AdjustmentApi {
    private final PackageQueries packages;
    private final Orders orders;
    private final Grants grants;

    AdjustmentApi(PackageQueries packages, Orders orders, Grants grants) {
        this.packages = packages;
        this.orders = orders;
        this.grants = grants;
    }

    /** Makes an order from the book, the person and the time. */
    private interface Order {
        Command of(AdjustmentBookId book, PersonId by, Instant at);
    }

    record Preparation(Booking booking, LateGround ground, String reason) {}

    record PackageApproval(String previewHash, String reason) {}

    record PackageReason(String reason) {}

    /** A package with what was done to it and where it was booked. */
    record WholePackage(
            PackageView adjustments,
            List<ContractEffect> effects,
            List<PackageJournal> journals,
            List<PackageDeed> deeds) {}

    @GetMapping
    @Operation(summary = "Packages of adjustments, one per cause, newest first; by state, cause, month and effect")
    Page<PackageView> packages(
            @RequestParam(required = false) @Nullable PackageState state,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable BigDecimal effect,
            @ParameterObject WhichPage page) {
        PackageFilter filter =
                new PackageFilter(state, cause, until == null ? null : new AccountingPeriod(until), effect);
        return packages.packages(filter, page.request());
    }

    @GetMapping("/{group}/{number}")
    @Operation(summary = "A package: its effect by point and contract, its journals and its history")
    WholePackage one(@PathVariable String group, @PathVariable int number) {
        PackageId id = id(group, number);
        return new WholePackage(
                there(packages.find(id), "package of adjustments", id.value()),
                packages.effects(id),
                packages.journals(id),
                packages.deeds(id));
    }

    @GetMapping("/{group}/{number}/members")
    @Operation(summary = "The adjustments of a package by day and point: what was closed and what came")
    Page<PackageMember> members(@PathVariable String group, @PathVariable int number, @ParameterObject WhichPage page) {
        return packages.members(id(group, number), page.request());
    }

    @GetMapping("/{group}/{number}/lines")
    @Operation(summary = "The effect line by line: one contract at one point on one gas day one way")
    Page<PreviewLine> lines(@PathVariable String group, @PathVariable int number, @ParameterObject WhichPage page) {
        return packages.lines(id(group, number), page.request());
    }

    @PostMapping("/{group}/{number}/prepare")
    @Gives(PrepareAdjustments.class)
    @Operation(summary = "Calculates the effect with the closed month's own rules; the preparer does not approve it")
    ResponseEntity<Object> prepare(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody Preparation body,
            HttpServletRequest request) {
        return give(
                group,
                request,
                (book, by, at) ->
                        new PrepareAdjustments(book, number, body.booking(), body.ground(), body.reason(), by, at));
    }

    @PostMapping("/{group}/{number}/approve")
    @Gives(ApproveAdjustments.class)
    @Operation(summary = "Approves the preview whose hash was shown; its rivals are rejected by it")
    ResponseEntity<Object> approve(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody PackageApproval body,
            HttpServletRequest request) {
        Sha256 shown = new Sha256(body.previewHash());
        Money limit = grants.limit(orders.caller(request).user());
        return give(
                group,
                request,
                (book, by, at) -> new ApproveAdjustments(book, number, shown, body.reason(), limit, by, at));
    }

    @PostMapping("/{group}/{number}/reject")
    @Gives(RejectAdjustments.class)
    @Operation(summary = "Rejects a package with a reason: nothing of it is booked")
    ResponseEntity<Object> reject(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody PackageReason body,
            HttpServletRequest request) {
        return give(group, request, (book, by, at) -> new RejectAdjustments(book, number, body.reason(), by, at));
    }

    @PostMapping("/{group}/{number}/legal-hold")
    @Gives(GrantLegalHold.class)
    @Operation(summary = "Grants the legal hold a package beyond every age limit needs; another person approves it")
    ResponseEntity<Object> hold(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody PackageReason body,
            HttpServletRequest request) {
        return give(group, request, (book, by, at) -> new GrantLegalHold(book, number, body.reason(), by, at));
    }

    @PostMapping("/{group}/{number}/retry")
    @Gives(RetryBooking.class)
    @Operation(summary = "Asks once more for a journal that could not be written, once its accounts are mapped")
    ResponseEntity<Object> retry(
            @PathVariable String group,
            @PathVariable int number,
            @RequestBody PackageReason body,
            HttpServletRequest request) {
        return give(group, request, (book, by, at) -> new RetryBooking(book, number, body.reason(), by, at));
    }

    private ResponseEntity<Object> give(String group, HttpServletRequest request, Order order) {
        AdjustmentBookId book = new AdjustmentBookId(group);
        return orders.give(order.of(book, orders.caller(request).person(), orders.now()), request);
    }

    @GetMapping("/{group}/restated/{period}/{shipper}")
    @Operation(
            summary =
                    "A closed statement restated: day and month totals as closed and as booked since, marked by revision")
    RestatedStatement restated(@PathVariable String group, @PathVariable String period, @PathVariable String shipper) {
        return there(
                packages.restated(Found.close(group, period), new ShipperId(shipper)), "restated statement", shipper);
    }

    private static PackageId id(String group, int number) {
        return PackageId.of(new AdjustmentBookId(group), number);
    }
}
