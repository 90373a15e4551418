package io.tallybook.ui.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What must hold of every page in both themes; keeps a picture of each beside the reports. */
final class Inspection {
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** What a theme can break: the page is the same one, only its colours are others. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final Path PICTURES = Path.of("target", "screens");

    private static final String MISSING_WORDS =
            "() => (document.body.innerText.match(/\\?\\?\\S+\\?\\?/g) ?? []).join(' ')";

    private final List<String> findings = new ArrayList<>();

    /** Looks at the page a person has open, in light and in dark. */
    void look(Desk desk, String name) {
        Page page = desk.page();
        settle(page);
        for (ColorScheme theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            // a cell that has just changed fades from the other theme's colour when the theme is switched meanwhile
            page.evaluate("() => Promise.allSettled(document.getAnimations()"
                    + ".filter(one => one.effect.getComputedTiming().endTime < 60000).map(one => one.finished))");
            String where = name + " " + theme.name().toLowerCase(Locale.ROOT);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(
                            where.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("^-", "") + ".png")));
            violations(page, theme).forEach(violation -> findings.add(where + ": " + violation));
        }
        String missing = (String) page.evaluate(MISSING_WORDS);
        if (!missing.isEmpty()) {
            findings.add(name + ": words missing: " + missing);
        }
        desk.complaints().forEach(complaint -> findings.add(name + ": " + complaint));
    }

    private static void settle(Page page) {
        page.evaluate(
                "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))");
    }

    private static List<String> violations(Page page, ColorScheme theme) {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        AxeBuilder rules = theme == ColorScheme.LIGHT ? axe.withTags(WCAG_22_AA) : axe.withRules(OF_COLOURS);
        return rules.analyze().getViolations().stream()
                .map(Inspection::sentence)
                .toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + " at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(CheckedNode::getTarget)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
    }

    /** Violations, errors and missing words. */
    List<String> findings() {
        return List.copyOf(findings);
    }
}
