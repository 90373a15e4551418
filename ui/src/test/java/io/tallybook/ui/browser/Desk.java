package io.tallybook.ui.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One person's browser with one page open, and everything it complained of. */
final class Desk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Desk.class.getName());
    private static final double SEEN_WITHIN_MS = 60_000;
    private static final int MOST_TABS = 80;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Desk(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
    }

    private void heard(ConsoleMessage message) {
        if (Set.of("error", "warning").contains(message.type())) {
            complaints.add("console: " + message.text());
        }
    }

    // a page that is left takes its own event stream and what it was fetching with it
    private void failed(Request request) {
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add("request: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400) {
            complaints.add("answer: " + response.status() + " " + response.url());
        }
    }

    Page page() {
        return page;
    }

    /** Console errors, failed requests and error answers since the last call. */
    List<String> complaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    void signIn(String user, String password) {
        page.navigate("/sign-in");
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("button.primary");
        page.waitForURL("**/close**");
    }

    Desk goTo(String path) {
        page.navigate(path);
        return this;
    }

    /** Where the page says things stand. */
    Locator stand() {
        return page.locator(".head .stand");
    }

    /** Waits until it is there, at most a minute: a process may have to do its part first. */
    static LocatorAssertions sees(Locator what) {
        PlaywrightAssertions.setDefaultAssertionTimeout(SEEN_WITHIN_MS);
        return PlaywrightAssertions.assertThat(what);
    }

    /** What another does is seen without a reload; how long that took is logged, for two seconds are not a loaded machine's. */
    static void seesSoon(Locator what, String text) {
        long began = System.nanoTime();
        sees(what).hasText(text);
        log(text, began);
    }

    static void seesSoonOtherThan(Locator what, String text) {
        long began = System.nanoTime();
        sees(what).not().hasText(text);
        log(what.innerText(), began);
    }

    private static void log(String seen, long began) {
        long ms = Duration.ofNanos(System.nanoTime() - began).toMillis();
        LOG.log(System.Logger.Level.INFO, "seen after {0} ms: {1}", ms, seen);
    }

    /** Until the page hears of changes. */
    Desk awaitLive() {
        sees(page.locator("#live")).hasAttribute("data-state", "live");
        return this;
    }

    /** Notes this very document, so that {@link #isSameDocument} can tell a refetched part from a reload. */
    void note() {
        page.evaluate("() => { window.noted = true; }");
    }

    boolean isSameDocument() {
        return Boolean.TRUE.equals(page.evaluate("() => window.noted === true"));
    }

    /** Whether one part of the page stands higher than another. */
    boolean isAbove(String one, String other) {
        return page.locator(one).boundingBox().y < page.locator(other).boundingBox().y;
    }

    /** Walks there by the Tab key alone and says how many it took. */
    int tabTo(String id) {
        for (int tabs = 1; tabs <= MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if (id.equals(focused())) {
                return tabs;
            }
        }
        throw new AssertionError("no Tab leads to " + id + " on " + page.url());
    }

    /** Id of the element that has the focus. */
    String focused() {
        return String.valueOf(page.evaluate("() => document.activeElement.id"));
    }

    @Override
    public void close() {
        context.close();
    }
}
