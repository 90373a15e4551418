package io.tallybook.ui.close;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.close.CloseCycleCommand.ApproveAccrual;
import io.tallybook.messages.close.CloseCycleCommand.DiscardAccrual;
import io.tallybook.messages.close.CloseId;
import io.tallybook.ui.access.Account;
import io.tallybook.ui.access.Grants;
import io.tallybook.ui.close.AccrualOrders.ByHand;
import io.tallybook.ui.frame.Amount;
import io.tallybook.ui.frame.Deeds;
import io.tallybook.ui.frame.Deeds.Did;
import io.tallybook.ui.frame.PageController;
import io.tallybook.ui.frame.Ways;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a month's flash accrual: propose, approve and discard it. */
@PageController
class AccrualDeeds {
    private static final String PURCHASES = "purchases-";

    private final AccrualOrders orders;
    private final Deeds deeds;
    private final Grants grants;

    AccrualDeeds(AccrualOrders orders, Deeds deeds, Grants grants) {
        this.orders = orders;
        this.deeds = deeds;
        this.grants = grants;
    }

    /** Refused, the form comes back filled in. */
    @PostMapping("/close/{group}/{period}/accrual")
    String propose(
            @PathVariable String group,
            @PathVariable String period,
            @RequestParam Map<String, String> typed,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = id(group, period);
        String note = typed.getOrDefault("note", "").strip();
        deeds.give(who, "accrual-propose", note, (by, at) -> orders.order(id, byHand(typed), note, by, at), redirect);
        boolean refused = redirect.getFlashAttributes().get("did") instanceof Did did
                && did.kind().equals("refused");
        if (refused) {
            redirect.addFlashAttribute("typed", typed);
        }
        return "redirect:" + Ways.accrual(id);
    }

    /** Three fields of each shipper, all filled in or none. */
    private static List<ByHand> byHand(Map<String, String> typed) {
        List<ByHand> given = new ArrayList<>();
        for (String name : typed.keySet()) {
            if (name.startsWith(PURCHASES)) {
                String shipper = name.substring(PURCHASES.length());
                String currency = typed.getOrDefault("currency-" + shipper, "");
                Money purchases = Amount.of(typed.getOrDefault(name, ""), currency);
                Money sales = Amount.of(typed.getOrDefault("sales-" + shipper, ""), currency);
                String reason = typed.getOrDefault("reason-" + shipper, "").strip();
                if (purchases != null && sales != null && !reason.isEmpty()) {
                    given.add(new ByHand(new ShipperId(shipper), purchases, sales, reason));
                } else {
                    Invalid.unless(
                            purchases == null && sales == null && reason.isEmpty(),
                            "Give purchases, sales and the reason of " + shipper + ", or none of the three.");
                }
            }
        }
        return given;
    }

    @PostMapping("/close/{group}/{period}/accrual/{number}/approve")
    String approve(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int number,
            @RequestParam String contentHash,
            @AuthenticationPrincipal Account account,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = id(group, period);
        Money limit = grants.limit(account.user());
        return give(
                id,
                who,
                "accrual-approve",
                "",
                (by, at) -> new ApproveAccrual(id, number, new Sha256(contentHash), limit, by, at),
                redirect);
    }

    @PostMapping("/close/{group}/{period}/accrual/{number}/discard")
    String discard(
            @PathVariable String group,
            @PathVariable String period,
            @PathVariable int number,
            @RequestParam String reason,
            Authentication who,
            RedirectAttributes redirect) {
        CloseId id = id(group, period);
        return give(
                id,
                who,
                "accrual-discard",
                reason,
                (by, at) -> new DiscardAccrual(id, number, reason.strip(), by, at),
                redirect);
    }

    private String give(
            CloseId id,
            Authentication who,
            String place,
            String reason,
            BiFunction<PersonId, Instant, Command> order,
            RedirectAttributes redirect) {
        deeds.give(who, place, reason, order, redirect);
        return "redirect:" + Ways.accrual(id);
    }

    private static CloseId id(String group, String period) {
        return CloseId.of(new CloseGroup(group), new AccountingPeriod(period));
    }
}
