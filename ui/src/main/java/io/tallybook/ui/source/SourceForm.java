package io.tallybook.ui.source;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.SourceId;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.Paging;
import io.tallybook.messages.source.PagingStyle;
import io.tallybook.messages.source.ProfileText;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.source.SourceKind;
import io.tallybook.messages.source.WatermarkRule;
import io.tallybook.messages.source.WatermarkType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A source as a form: what was typed, what is wrong with it at its field, and the definition when nothing is. Long, for each of
 * its fields is shown, read and tried here.
 */
final class SourceForm {
    static final String FOLDER = "FOLDER";
    static final String HTTP = "HTTP";

    private static final String NO = "NO";
    private static final String YES = "YES";
    private static final String ANY_BASE = "https://host.example";
    private static final Paging NO_PAGING = new Paging(PagingStyle.NONE, null, null, 0, null, 0);
    private static final ProfileText ANY_PROFILE = new ProfileText("any", Sha256.of("any"));

    /** Keeps a profile's text, or says what is wrong with it. */
    @FunctionalInterface
    interface Profiles {
        /** @throws Invalid when it is no profile, or none for such a source */
        ProfileText keep(String text, SourceKind kind, boolean paged) throws IOException;
    }

    /**
     * A field to fill in; {@code source.field.<name>} is its label.
     *
     * @param choices what it may hold; empty for anything
     * @param hint how it is written, empty where the label says it
     * @param error what is wrong with it and what to do; empty when nothing is
     */
    record Field(String name, String value, List<String> choices, String hint, boolean area, String error) {}

    /** Fields that belong together under {@code source.group.<name>}. */
    record Group(String name, List<Field> fields) {}

    private final Map<String, String> inputs;
    private final Map<String, String> errors = new LinkedHashMap<>();

    SourceForm(Map<String, String> inputs) {
        this.inputs = Map.copyOf(inputs);
    }

    /** As it stands. */
    static SourceForm of(String name, SourceDefinition it, String profile) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("name", name);
        inputs.put("kind", it.kind().name());
        inputs.put("everySeconds", String.valueOf(it.everySeconds()));
        inputs.put("profile", profile);
        FolderFeed folder = it.folder();
        inputs.put("from", folder == null ? HTTP : FOLDER);
        if (folder != null) {
            inputs.put("folder", folder.path());
            inputs.put("glob", folder.glob());
        }
        HttpFeed http = it.http();
        if (http != null) {
            of(http, inputs);
        }
        return new SourceForm(inputs);
    }

    private static void of(HttpFeed http, Map<String, String> inputs) {
        inputs.put("baseUrl", http.baseUrl());
        inputs.put("path", http.path());
        inputs.put(
                "query",
                http.query().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n")));
        put(inputs, "credential", http.credential());
        inputs.put("requestsPerMinute", String.valueOf(http.requestsPerMinute()));
        inputs.put("timeoutSeconds", String.valueOf(http.timeoutSeconds()));
        Paging paging = http.paging();
        inputs.put("paging", paging.style().name());
        put(inputs, "pageParameter", paging.parameter());
        put(inputs, "pagePointer", paging.pointer());
        inputs.put("firstPage", String.valueOf(paging.first()));
        put(inputs, "sizeParameter", paging.sizeParameter());
        inputs.put("pageSize", paging.size() == 0 ? "" : String.valueOf(paging.size()));
        WatermarkRule mark = http.watermark();
        if (mark != null) {
            inputs.put("markParameter", mark.parameter());
            inputs.put("markPointer", mark.pointer());
            inputs.put("markType", mark.type().name());
            inputs.put("ascending", mark.ascending() ? YES : NO);
            put(inputs, "markFrom", mark.from());
            inputs.put("overlapSeconds", String.valueOf(mark.overlapSeconds()));
        }
    }

    private static void put(Map<String, String> inputs, String name, @Nullable String value) {
        inputs.put(name, value == null ? "" : value);
    }

    /** Every field with what was typed and what is wrong with it. */
    List<Group> groups(boolean isNew) {
        return List.of(
                new Group(
                        "source",
                        List.of(
                                field("name", isNew ? "tank-farm" : ""),
                                choice("kind", names(SourceKind.values())),
                                field("everySeconds", "300"),
                                choice("from", List.of(FOLDER, HTTP)))),
                new Group("folder", List.of(field("folder", "flow-computers/north"), field("glob", "*.csv"))),
                new Group(
                        "http",
                        List.of(
                                field("baseUrl", "https://history.example.com"),
                                field("path", "/api/values"),
                                field("credential", "tank-farm"),
                                field("requestsPerMinute", "60"),
                                field("timeoutSeconds", "30"),
                                area("query", "site=north"))),
                new Group(
                        "paging",
                        List.of(
                                choice("paging", names(PagingStyle.values())),
                                field("pageParameter", "cursor"),
                                field("pagePointer", "/meta/next"),
                                field("firstPage", "1"),
                                field("sizeParameter", "limit"),
                                field("pageSize", "500"))),
                new Group(
                        "watermark",
                        List.of(
                                field("markParameter", "since"),
                                field("markPointer", "/changedAt"),
                                choice("markType", names(WatermarkType.values())),
                                choice("ascending", List.of(NO, YES)),
                                field("markFrom", "2024-10-01T00:00:00Z"),
                                field("overlapSeconds", "0"))),
                new Group("profile", List.of(area("profile", "hourly-csv"))));
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    private boolean isWrong(String... fields) {
        return Arrays.stream(fields).anyMatch(errors::containsKey);
    }

    Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    /** Empty when the name is none; the error is at the field then. */
    Optional<SourceId> id() {
        return Optional.ofNullable(tried("name", () -> new SourceId(text("name"))));
    }

    /** Empty when something is wrong; the errors are at their fields then. */
    Optional<SourceDefinition> definition(Profiles profiles) throws IOException {
        SourceKind kind = one("kind", SourceKind.values());
        int every = number("everySeconds", 300);
        boolean folder = text("from").equals(FOLDER);
        tried(
                "everySeconds",
                () -> new SourceDefinition(SourceKind.ERP, new FolderFeed("", "*"), null, ANY_PROFILE, every));
        FolderFeed files = folder ? folder() : null;
        HttpFeed http = folder ? null : http();
        ProfileText profile = profile(profiles, kind, !folder);
        if (isWrong() || kind == null || profile == null) {
            return Optional.empty();
        }
        return whole(kind, files, http, profile, every);
    }

    private Optional<SourceDefinition> whole(
            SourceKind kind, @Nullable FolderFeed files, @Nullable HttpFeed http, ProfileText profile, int every) {
        return Optional.ofNullable(tried("from", () -> new SourceDefinition(kind, files, http, profile, every)));
    }

    private @Nullable ProfileText profile(Profiles profiles, @Nullable SourceKind kind, boolean paged)
            throws IOException {
        try {
            return kind == null ? null : profiles.keep(text("profile"), kind, paged);
        } catch (Invalid e) {
            wrong("profile", e);
            return null;
        }
    }

    private @Nullable FolderFeed folder() {
        tried("folder", () -> new FolderFeed(text("folder"), "*"));
        tried("glob", () -> new FolderFeed("", text("glob")));
        return isWrong() ? null : new FolderFeed(text("folder"), text("glob"));
    }

    /** Each part is tried beside parts that are right, so that what is wrong is told where it was typed. */
    private @Nullable HttpFeed http() {
        Map<String, String> query = query();
        int perMinute = number("requestsPerMinute", 60);
        int timeout = number("timeoutSeconds", 30);
        Paging paging = paging();
        WatermarkRule mark = mark();
        tried("baseUrl", () -> feed(text("baseUrl"), "/", Map.of(), 60, 30, null));
        tried("path", () -> feed(ANY_BASE, text("path"), Map.of(), 60, 30, null));
        tried("query", () -> feed(ANY_BASE, "/", query, 60, 30, null));
        tried("requestsPerMinute", () -> feed(ANY_BASE, "/", Map.of(), perMinute, 30, null));
        tried("timeoutSeconds", () -> feed(ANY_BASE, "/", Map.of(), 60, timeout, null));
        tried("credential", () -> feed(ANY_BASE, "/", Map.of(), 60, 30, maybe("credential")));
        return isWrong() || paging == null
                ? null
                : new HttpFeed(
                        text("baseUrl"), text("path"), query, paging, mark, perMinute, timeout, maybe("credential"));
    }

    private static HttpFeed feed(
            String base, String path, Map<String, String> query, int perMinute, int timeout, @Nullable String name) {
        return new HttpFeed(base, path, query, NO_PAGING, null, perMinute, timeout, name);
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        for (String line : text("query").lines().filter(line -> !line.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                errors.putIfAbsent("query", "Write one parameter per line, such as site=north.");
            } else {
                query.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return query;
    }

    private @Nullable Paging paging() {
        PagingStyle style = one("paging", PagingStyle.values());
        int first = number("firstPage", style == PagingStyle.PAGE ? 1 : 0);
        int size = number("pageSize", 0);
        tried(
                "sizeParameter",
                () -> new Paging(
                        PagingStyle.NONE,
                        null,
                        null,
                        0,
                        maybe("sizeParameter"),
                        maybe("sizeParameter") == null ? 0 : 1));
        return style == null || isWrong("firstPage", "pageSize", "sizeParameter") ? null : paging(style, first, size);
    }

    private @Nullable Paging paging(PagingStyle style, int first, int size) {
        return tried(
                "paging",
                () -> new Paging(
                        style, maybe("pageParameter"), maybe("pagePointer"), first, maybe("sizeParameter"), size));
    }

    /** None where no parameter is named: then everything is read each time. */
    private @Nullable WatermarkRule mark() {
        if (maybe("markParameter") == null && maybe("markPointer") == null) {
            return null;
        }
        WatermarkType type = one("markType", WatermarkType.values());
        int overlap = number("overlapSeconds", 0);
        tried("markPointer", () -> new WatermarkRule("p", text("markPointer"), WatermarkType.TEXT, false, null, 0));
        return type == null || isWrong("markPointer", "overlapSeconds") ? null : mark(type, overlap);
    }

    private @Nullable WatermarkRule mark(WatermarkType type, int overlap) {
        return tried(
                "markParameter",
                () -> new WatermarkRule(
                        text("markParameter"),
                        text("markPointer"),
                        type,
                        text("ascending").equals(YES),
                        maybe("markFrom"),
                        overlap));
    }

    private <T> @Nullable T tried(String field, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (Invalid e) {
            wrong(field, e);
            return null;
        }
    }

    private void wrong(String field, Invalid e) {
        String words = String.valueOf(e.getMessage());
        errors.putIfAbsent(field, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
    }

    private <E extends Enum<E>> @Nullable E one(String field, E[] values) {
        Optional<E> found = Arrays.stream(values)
                .filter(value -> value.name().equals(text(field)))
                .findFirst();
        if (found.isEmpty()) {
            errors.putIfAbsent(field, "Choose one.");
        }
        return found.orElse(null);
    }

    private int number(String field, int otherwise) {
        String text = text(field);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,8}")) {
            errors.putIfAbsent(field, "Write a whole number.");
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private String text(String field) {
        return inputs.getOrDefault(field, "").strip();
    }

    private @Nullable String maybe(String field) {
        return text(field).isEmpty() ? null : text(field);
    }

    private Field field(String name, String hint) {
        return new Field(name, text(name), List.of(), hint, false, errors.getOrDefault(name, ""));
    }

    private Field area(String name, String hint) {
        return new Field(name, text(name), List.of(), hint, true, errors.getOrDefault(name, ""));
    }

    private Field choice(String name, List<String> choices) {
        return new Field(name, text(name), choices, "", false, errors.getOrDefault(name, ""));
    }

    private static List<String> names(Enum<?>[] values) {
        List<String> names = new ArrayList<>();
        Arrays.stream(values).map(Enum::name).forEach(names::add);
        return names;
    }
}
