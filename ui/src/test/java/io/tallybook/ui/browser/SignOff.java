package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tallybook.ui.cli.Api;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A signature is of the figures it was given for: what comes late suspends it, in sight of everybody. */
final class SignOff {
    private static final Map<String, Object> LATE =
            Map.of("point", "denmark", "gasDay", "2024-11-21", "kwh", -1_000_000);

    private final String close;
    private final Inspection inspection;

    SignOff(String close, Inspection inspection) {
        this.close = close;
        this.inspection = inspection;
    }

    /** One signs, a reading comes late: to be done anew, the name still there, the next signature refused until decided. */
    void suspended(Desk signs, Desk decides, Api operator, Wire second) throws IOException, InterruptedException {
        signs.goTo(close).page().click("#do-approve");
        sees(signs.page().locator(".answer.done")).containsText("Approved.");
        Page page = decides.goTo(close).page();
        Locator signature = page.locator("#sign dd").first();
        sees(signature).containsText("Carla Dahl");
        String at = signature.locator(".nowrap").innerText();
        decides.awaitLive().note();

        operator.post("/api/v1/readings", List.of(LATE));

        Locator approve = page.locator("#steps tr[data-key='APPROVE'] .state");
        Desk.seesSoon(approve, "redo");
        sees(signature).containsText("Carla Dahl");
        sees(signature.locator(".nowrap")).hasText(at);
        sees(signature.locator(".state")).hasText("suspended");
        assertThat(decides.isSameDocument()).isTrue();
        inspection.look(decides, "cockpit to sign anew");
        refused(second);

        page.fill("[id^=late-reason-]", "too small to begin anew");
        page.click("text=Leave for adjustment");
        sees(approve).hasText("under way");
        sees(signature.locator(".state")).hasCount(0);
        sees(signature).containsText("Carla Dahl");
    }

    private void refused(Wire second) throws IOException, InterruptedException {
        String papers = "/api/v1/closes" + close.substring("/close".length());
        String hash = second.get(papers).body().path("packHash").asString();
        Wire.Answer answer = second.send("POST", papers + "/approvals", "{\"packHash\":\"" + hash + "\"}");
        assertThat(answer.isProblem(409)).as(answer.body().toString()).isTrue();
        assertThat(answer.rule()).isEqualTo("signoff-suspended");
    }
}
