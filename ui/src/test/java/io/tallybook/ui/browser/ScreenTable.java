package io.tallybook.ui.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table as a person reads it: the text of every cell, nothing else.
 *
 * @param columns names of the columns in addresses
 * @param rows without heading and sums
 */
record ScreenTable(String id, List<String> columns, List<List<String>> rows) {
    private static final String TEXTS = """
            id => {
              const sheet = document.querySelector(`section[data-table="${id}"]`);
              const text = cell => {
                const copy = cell.cloneNode(true);
                copy.querySelectorAll('.note').forEach(note => note.remove());
                return copy.textContent.replace(/\\s+/g, ' ').trim();
              };
              const shown = row => [...row.querySelectorAll('[data-c]')].filter(cell => !cell.hidden);
              const heads = shown(sheet.querySelector('thead tr'));
              return {
                columns: heads.map(head => head.querySelector('a').id.replace(`${id}-by-`, '')),
                rows: [...sheet.querySelectorAll('tbody tr[data-key]')].map(row => shown(row).map(text)),
              };
            }""";

    /** The table of the page that is open and, where it is long, of those after it; leaves the last one open. */
    static ScreenTable read(Page page, String id) {
        ScreenTable first = onScreen(page, id);
        List<List<String>> rows = new ArrayList<>(first.rows());
        Locator after = page.locator("#" + id + "-after");
        while (after.count() > 0) {
            page.navigate(after.getAttribute("href"));
            rows.addAll(onScreen(page, id).rows());
        }
        return new ScreenTable(id, first.columns(), rows);
    }

    @SuppressWarnings("unchecked")
    private static ScreenTable onScreen(Page page, String id) {
        Map<String, Object> read = (Map<String, Object>) page.evaluate(TEXTS, id);
        return new ScreenTable(id, (List<String>) Objects.requireNonNull(read.get("columns")), (List<List<String>>)
                Objects.requireNonNull(read.get("rows")));
    }

    /** Ids of the tables of a page that have rows. */
    static List<String> idsOn(Page page) {
        return page.locator("main section[data-table]:has(tbody tr[data-key])").all().stream()
                .map(sheet -> sheet.getAttribute("data-table"))
                .toList();
    }

    /** A filter that keeps some of the rows: by words of the first column that tells rows apart. */
    String[] filter() {
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            List<String> texts =
                    rows.stream().map(row -> row.get(at)).distinct().toList();
            String words = texts.getLast();
            if ((texts.size() > 1 || rows.size() == 1) && words.matches("[\\p{L}0-9][\\p{L}0-9 .:-]*")) {
                return new String[] {columns.get(column), words};
            }
        }
        return new String[] {columns.getFirst(), rows.getFirst().getFirst()};
    }
}
