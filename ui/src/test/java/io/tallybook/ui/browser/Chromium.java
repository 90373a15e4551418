package io.tallybook.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the tests: the machine's own Chromium, nothing downloaded. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** A person at a screen of 1366 × 768 of their own, not signed in yet. */
    Desk desk(String address) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(1366, 768)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB"));
        context.setDefaultTimeout(PATIENCE_MS);
        return new Desk(context);
    }

    Desk desk(RunningDemo demo, String user) throws IOException {
        Desk desk = desk(demo.address());
        desk.signIn(user, demo.password(user));
        return desk;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
