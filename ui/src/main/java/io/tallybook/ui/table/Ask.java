package io.tallybook.ui.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address asks of one table: {@code <table>.sort=-energy}, {@code <table>.only.<column>=words} and
 * {@code <table>.page=2}. Everything a person does to a table stands in the address, so that a link shows the same and a file
 * holds the same.
 */
public final class Ask {
    private static final int MOST_WORDS = 100;

    private final String table;
    private final String path;
    private final MultiValueMap<String, String> params;

    public Ask(String table, String path, MultiValueMap<String, String> params) {
        this.table = table;
        this.path = path;
        this.params = params;
    }

    public String path() {
        return path;
    }

    Optional<String> sort() {
        return Optional.ofNullable(params.getFirst(table + ".sort")).filter(sort -> !sort.isBlank());
    }

    /** The page of a long table, counted from 1; the first when none, or nothing readable, is asked for. */
    int page() {
        String page = params.getFirst(pageName());
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    String onPage(int page) {
        return address(e -> !isPage(e.getKey()), Map.of(pageName(), page == 1 ? "" : String.valueOf(page)));
    }

    private String pageName() {
        return table + ".page";
    }

    private boolean isPage(String name) {
        return name.equals(pageName());
    }

    public String filterName(String column) {
        return table + ".only." + column;
    }

    /** The words a column is filtered by; empty when it is not. */
    public String filter(String column) {
        String words = params.getFirst(filterName(column));
        return words == null
                ? ""
                : words.strip().substring(0, Math.min(words.strip().length(), MOST_WORDS));
    }

    public boolean isFiltered() {
        return params.entrySet().stream()
                .anyMatch(e -> isFilter(e.getKey()) && !e.getValue().getFirst().isBlank());
    }

    private boolean isFilter(String name) {
        return name.startsWith(table + ".only.");
    }

    /** {@code ascending}, {@code descending} or null, for the heading. */
    public @Nullable String sorting(String column) {
        return sort().filter(sort -> sort.equals(column) || sort.equals("-" + column))
                .map(sort -> sort.startsWith("-") ? "descending" : "ascending")
                .orElse(null);
    }

    public String arrow(String column) {
        return switch (sorting(column)) {
            case "ascending" -> " ↑";
            case "descending" -> " ↓";
            case null, default -> "";
        };
    }

    /** The address with this column sorted: up, then down, then as it comes. */
    public String sortedBy(String column) {
        String next = switch (sorting(column)) {
            case "ascending" -> "-" + column;
            case "descending" -> "";
            case null, default -> column;
        };
        return address(e -> !e.getKey().equals(table + ".sort") && !isPage(e.getKey()), Map.of(table + ".sort", next));
    }

    public String cleared() {
        return address(e -> !isFilter(e.getKey()) && !isPage(e.getKey()), Map.of());
    }

    /** The address of the file with exactly these rows, those of every page. */
    public String export(String format) {
        return address(e -> !isPage(e.getKey()), Map.of("export", format, "table", table));
    }

    /** What a filter form sends along: all but its own fields and the page, for other rows begin on the first. */
    public List<Map.Entry<String, String>> kept() {
        return all().filter(e -> !isFilter(e.getKey()) && !isPage(e.getKey())).toList();
    }

    /** The same address with one parameter set. */
    public static String with(String path, MultiValueMap<String, String> params, String name, String value) {
        return new Ask("", path, params).address(e -> !e.getKey().equals(name), Map.of(name, value));
    }

    private Stream<Map.Entry<String, String>> all() {
        return params.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(value -> Map.entry(e.getKey(), value)))
                .filter(e -> !e.getValue().isBlank());
    }

    private String address(Predicate<Map.Entry<String, String>> keep, Map<String, String> more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Stream.concat(
                        all().filter(keep),
                        more.entrySet().stream().filter(e -> !e.getValue().isEmpty()))
                .forEach(e -> address.queryParam(encoded(e.getKey()), encoded(e.getValue())));
        return address.build(true).toUriString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
