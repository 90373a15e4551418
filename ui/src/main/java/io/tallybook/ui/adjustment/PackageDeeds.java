package io.tallybook.ui.adjustment;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Command;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.ApproveAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.GrantLegalHold;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.PrepareAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RejectAdjustments;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.RetryBooking;
import io.tallybook.messages.adjustment.Booking;
import io.tallybook.messages.adjustment.LateGround;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do to a package of adjustments. */
@PageController
@RequestMapping("/adjustments/{group}/{number:[0-9]{1,6}}")
class PackageDeeds {
    private final Deeds deeds;
    private final Grants grants;

    PackageDeeds(Deeds deeds, Grants grants) {
        this.deeds = deeds;
        this.grants = grants;
    }

    private interface Order {
        Command of(AdjustmentBookId book, PersonId by, Instant at);
    }

    @PostMapping("/prepare")
    String prepare(
            @PathVariable String group,
            @PathVariable int number,
            @RequestParam Booking booking,
            @RequestParam LateGround ground,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        return give(
                group,
                number,
                who,
                reason,
                (book, by, at) -> new PrepareAdjustments(book, number, booking, ground, reason.strip(), by, at),
                redirect);
    }

    @PostMapping("/approve")
    String approve(
            @PathVariable String group,
            @PathVariable int number,
            @RequestParam String previewHash,
            @RequestParam String reason,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        Sha256 shown = new Sha256(previewHash);
        Money limit = grants.limit(account.user());
        return give(
                group,
                number,
                who,
                reason,
                (book, by, at) -> new ApproveAdjustments(book, number, shown, reason.strip(), limit, by, at),
                redirect);
    }

    /** What takes a reason and nothing else. */
    @PostMapping("/{deed:reject|hold|retry}")
    String because(
            @PathVariable String group,
            @PathVariable int number,
            @PathVariable String deed,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        String why = reason.strip();
        Order order = switch (deed) {
            case "reject" -> (book, by, at) -> new RejectAdjustments(book, number, why, by, at);
            case "hold" -> (book, by, at) -> new GrantLegalHold(book, number, why, by, at);
            default -> (book, by, at) -> new RetryBooking(book, number, why, by, at);
        };
        return give(group, number, who, reason, order, redirect);
    }

    private String give(
            String group, int number, Authentication who, String reason, Order order, RedirectAttributes redirect) {
        AdjustmentBookId book = new AdjustmentBookId(group);
        deeds.give(who, "package", reason, (by, at) -> order.of(book, by, at), redirect);
        return "redirect:" + Ways.adjustments(PackageId.of(book, number));
    }
}
