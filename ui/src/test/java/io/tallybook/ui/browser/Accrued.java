package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A flash accrual that is proposed by one, shown to another for approval, and discarded. */
final class Accrued {
    private final String close;
    private final Inspection inspection;

    Accrued(String close, Inspection inspection) {
        this.close = close;
        this.inspection = inspection;
    }

    void proposedAndDiscarded(Desk proposes, Desk decides) {
        propose(proposes);
        discard(decides);
        sees(proposes.goTo(close + "/accrual").page().locator("#accruals-earlier tbody"))
                .containsText("the close is about to be signed");
        inspection.look(proposes, "accrual to propose");
    }

    /** Half a line by hand is refused and comes back as it was typed. */
    private void propose(Desk desk) {
        Page page = desk.goTo(close).page();
        page.click("#to-accrual");
        sees(desk.stand()).containsText("Nothing is accrued.");
        Locator purchases = page.locator("#accrual-form input[id^=purchases-]").first();
        purchases.fill("1000.00");
        page.fill("#accrual-note", "before the group reports");
        page.click("#do-accrual-propose");
        sees(page.locator(".answer.refused")).containsText("or none of the three");
        sees(purchases).hasValue("1000.00");

        page.locator("#accrual-form input[id^=sales-]").first().fill("2000.00");
        page.locator("#accrual-form input[id^=reason-]").first().fill("the last week was cold");
        page.click("#do-accrual-propose");

        sees(page.locator(".answer.done")).containsText("Proposed.");
        sees(page.locator("#accrual-lines tbody")).containsText("the last week was cold");
        sees(page.locator("#accrual-about")).containsText("before the group reports");
        sees(page.locator("#accrual-approve .cannot")).containsText("An approver who did not prepare it");
        assertThat(page.locator("#do-accrual-approve").count()).isZero();
    }

    private void discard(Desk desk) {
        Page page = desk.goTo("/mine").page();
        sees(page.locator("#work tbody")).containsText("Approve a flash accrual");
        page.click("#work tbody >> text=Approve a flash accrual");
        sees(page.locator("#do-accrual-approve")).isVisible();
        page.click("#accrual-discard-more summary");
        inspection.look(desk, "accrual to approve");
        page.fill("#accrual-discard-reason", "the close is about to be signed");
        page.click("#do-accrual-discard");
        sees(page.locator(".answer.done")).containsText("Discarded.");
    }
}
