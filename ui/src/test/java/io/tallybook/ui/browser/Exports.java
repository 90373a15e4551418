package io.tallybook.ui.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Filters and sorts every table of a page and holds its files against the screen, cell by cell. */
final class Exports {
    private final List<String> findings = new ArrayList<>();
    private int compared;

    /** Of the page that is open; leaves it as it was asked for last. */
    void compare(Desk desk, String name) throws IOException {
        Page page = desk.page();
        String address = page.url();
        for (String table : ScreenTable.idsOn(page)) {
            page.navigate(address);
            page.navigate(asked(address, ScreenTable.read(page, table)));
            ScreenTable shown = ScreenTable.read(page, table);
            if (shown.rows().isEmpty()) {
                findings.add(name + " " + table + ": the filter keeps nothing at " + page.url());
            }
            note(
                    name + " " + table + ".csv",
                    FileTable.csv(file(page, table, "csv")).differsFrom(shown));
            note(
                    name + " " + table + ".xlsx",
                    FileTable.workbook(file(page, table, "xlsx")).differsFrom(shown));
            compared++;
        }
        page.navigate(address);
    }

    private static String asked(String address, ScreenTable all) {
        String[] filter = all.filter();
        return address
                + (URI.create(address).getRawQuery() == null ? "?" : "&")
                + parameter(
                        all.id() + ".sort",
                        "-" + all.columns().get(all.columns().size() / 2))
                + "&"
                + parameter(all.id() + ".only." + filter[0], filter[1]);
    }

    private static String parameter(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static byte[] file(Page page, String table, String type) {
        APIResponse answer =
                page.request().get(page.locator("#" + table + "-" + type).getAttribute("href"));
        if (!answer.ok()
                || !answer.headers().getOrDefault("content-disposition", "").contains("." + type)) {
            throw new AssertionError("no " + type + " of " + table + " at " + page.url() + ": " + answer.status());
        }
        return answer.body();
    }

    private void note(String what, String difference) {
        if (!difference.isEmpty()) {
            findings.add(what + ": " + difference);
        }
    }

    int compared() {
        return compared;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }
}
