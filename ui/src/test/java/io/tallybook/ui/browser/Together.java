package io.tallybook.ui.browser;

import static io.tallybook.ui.browser.Desk.sees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.tallybook.ui.cli.Api;
import io.tallybook.ui.cli.ApiRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A review point from its writing to its closing, a file attached twice, a right that is lent. */
final class Together {
    private final String close;
    private final Inspection inspection;

    Together(String close, Inspection inspection) {
        this.close = close;
        this.inspection = inspection;
    }

    /** One asks another on the cockpit; it is seen by whom it is for, resolved by keyboard, and closed by who asked. */
    void reviewPoint(Desk asks, Desk answers) {
        Page one = asks.goTo(close).page();
        one.click("#write-note");
        one.selectOption("#note-subject", new SelectOption().setValue("task:BALANCE"));
        one.selectOption("#note-kind", new SelectOption().setValue("REVIEW_POINT"));
        one.selectOption("#note-assignee", new SelectOption().setValue("accountant"));
        one.fill("#note-text", "why so much on the 19th?");
        one.click("#do-write-note");
        sees(one.locator("#note-1")).containsText("unresolved");

        Page other = answers.goTo("/mine").page();
        sees(other.locator(".rail a[href='/mine'] .count")).hasText("1");
        sees(other.locator("#work tbody")).containsText("why so much on the 19th?");
        inspection.look(answers, "what waits for the accountant");
        answers.goTo(close + "/notes?show=mine");
        sees(other.locator("#note-1")).containsText("waits for you");
        answers.tabTo("deal-1");
        other.keyboard().press("Enter");
        inspection.look(answers, "a note to settle");
        answers.tabTo("resolve-1");
        other.keyboard().press("Enter");
        sees(other.locator("#papers .answer.done")).isVisible();
        answers.goTo(close + "/notes");
        sees(other.locator("#note-1")).containsText("resolved");
        assertThat(other.locator("#close-1").count()).isZero();

        asks.goTo("/mine");
        sees(one.locator("#work tbody")).containsText("Close your review point");
        asks.goTo(close);
        one.click("#deal-1");
        one.click("#close-1");
        sees(one.locator("#note-1")).containsText("closed");
    }

    /** Only the steps the person's role moves, and all again, without a reload. */
    void mine(Desk desk) {
        Page page = desk.goTo(close).page();
        desk.note();
        page.click("#steps-mine");
        sees(page.locator("#steps tbody tr[data-key='CUTOFF']")).isVisible();
        sees(page.locator("#steps tbody tr[data-key='LOCK']")).hasCount(0);
        assertThat(column(page, "Owner")).isNotEmpty().allMatch(owner -> owner.startsWith("Accountant"));
        page.click("#steps-all");
        sees(page.locator("#steps tbody tr[data-key]")).hasCount(14);
        assertThat(column(page, "Owner")).contains("Accountant", "Operator", "Approver");
        assertThat(column(page, "Reviewer")).hasSize(14).contains("Approver", "–");
        assertThat(column(page, "After"))
                .startsWith("–", "1", "1", "1", "2, 3, 4")
                .endsWith("12", "13");
        assertThat(desk.isSameDocument()).isTrue();
    }

    /** Every cell of the checklist under that heading. */
    private static List<String> column(Page page, String heading) {
        List<String> headings = page.locator("#steps thead tr:first-child th").allInnerTexts().stream()
                .map(text -> text.lines().findFirst().orElse("").strip())
                .toList();
        String cells = "#steps tbody tr[data-key] [data-c='" + headings.indexOf(heading) + "']";
        return page.locator(cells).allInnerTexts().stream().map(String::strip).toList();
    }

    /** The same bytes twice are one file. */
    void evidence(Desk desk, Path folder, Api api) throws IOException {
        Path proof = Files.writeString(folder.resolve("maintenance of the 19th.txt"), "the pipes were packed\n");
        for (int i = 0; i < 2; i++) {
            desk.goTo(close);
            desk.page().click("#attach-file");
            desk.page().setInputFiles("#evidence-upload", proof);
            desk.page().click("#do-attach");
            sees(desk.page().locator("#papers .answer.done")).isVisible();
            sees(desk.page().locator("#evidence-1")).containsText("SHA-256");
        }
        JsonNode files = api.get("/api/v1/closes" + close.substring("/close".length()) + "/evidence");
        assertThat(files.size()).isEqualTo(1);
        byte[] bytes = api.bytes("/api/v1/closes" + close.substring("/close".length()) + "/evidence/1/file");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("the pipes were packed\n");
        inspection.look(desk, "cockpit with notes and evidence");
    }

    /** An approver lends theirs; everybody sees it on the page of users. An auditor changes nothing with it. */
    void lentRight(Api approver, Api auditor, Desk desk) {
        Instant now = Instant.now();
        approver.post(
                "/api/v1/delegations/denmark",
                Map.of(
                        "delegate",
                        "auditor",
                        "from",
                        now.minus(Duration.ofHours(1)).toString(),
                        "until",
                        now.plus(Duration.ofDays(1)).toString(),
                        "reason",
                        "on leave"));
        String papers = "/api/v1/closes" + close.substring("/close".length());
        String hash = auditor.get(papers).get("packHash").asString();
        assertThatThrownBy(() -> auditor.post(papers + "/approvals", Map.of("packHash", hash, "delegation", 1)))
                .isInstanceOfSatisfying(
                        ApiRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
        desk.goTo("/users");
        sees(desk.page().locator("#delegations tbody")).containsText("in force");
        inspection.look(desk, "users with a lent right");
    }
}
