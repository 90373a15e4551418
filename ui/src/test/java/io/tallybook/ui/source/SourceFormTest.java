package io.tallybook.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.messages.Invalid;
import io.tallybook.messages.Sha256;
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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFormTest {
    private static final ProfileText PROFILE = new ProfileText("hourly-csv", Sha256.of("hourly"));
    private static final SourceDefinition FOLDER =
            new SourceDefinition(SourceKind.FLOW_COMPUTER, new FolderFeed("north", "*.csv"), null, PROFILE, 60);
    private static final SourceDefinition HTTP = new SourceDefinition(
            SourceKind.HISTORIAN,
            null,
            new HttpFeed(
                    "https://history.example.com",
                    "/api/values",
                    Map.of("site", "north", "unit", "kWh"),
                    new Paging(PagingStyle.CURSOR, "cursor", "/meta/next", 0, "limit", 500),
                    new WatermarkRule("since", "/changedAt", WatermarkType.TIME, true, "2024-10-01T00:00:00Z", 3_600),
                    60,
                    30,
                    "tank-farm"),
            PROFILE,
            300);

    @Test
    void whatStandsAsAFormIsTheSameDefinition() throws IOException {
        for (SourceDefinition standing : new SourceDefinition[] {FOLDER, HTTP}) {
            SourceForm shown = SourceForm.of("tank-farm", standing, "hourly-csv");
            Map<String, String> typed = new HashMap<>();
            shown.groups(false)
                    .forEach(group -> group.fields().forEach(field -> typed.put(field.name(), field.value())));
            SourceForm given = new SourceForm(typed);

            assertThat(given.id())
                    .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("tank-farm"));
            assertThat(given.definition(SourceFormTest::keep))
                    .as(given.errors().toString())
                    .contains(standing);
            assertThat(given.isWrong()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, Tank Farm",
        "kind, NONE",
        "everySeconds, 4",
        "everySeconds, often",
        "baseUrl, history.example.com",
        "path, api/values",
        "query, north",
        "credential, The Secret!",
        "requestsPerMinute, 0",
        "timeoutSeconds, 301",
        "paging, OFFSET",
        "pageSize, many",
        "markPointer, changedAt",
        "overlapSeconds, -1",
        "profile, nonsense"
    })
    void whatIsWrongIsToldAtItsField(String field, String typed) throws IOException {
        SourceForm form = changed(HTTP, field, typed);

        form.id();
        assertThat(form.definition(SourceFormTest::keep)).isEmpty();
        assertThat(form.errors()).containsOnlyKeys(field);
        assertThat(form.groups(true))
                .flatExtracting(SourceForm.Group::fields)
                .filteredOn(one -> one.name().equals(field))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.value()).as("what was typed stays").isEqualTo(typed);
                    assertThat(one.error()).matches("[A-Z0-9].*\\.");
                });
    }

    @ParameterizedTest
    @CsvSource({"folder, ../etc", "glob, a/b", "from, HTTP"})
    void aFolderIsTriedToo(String field, String typed) throws IOException {
        SourceForm form = changed(FOLDER, field, typed);

        assertThat(form.definition(SourceFormTest::keep)).isEmpty();
        assertThat(form.errors()).containsKey(field.equals("from") ? "baseUrl" : field);
    }

    private static SourceForm changed(SourceDefinition standing, String field, String typed) {
        Map<String, String> inputs = new HashMap<>();
        SourceForm.of("tank-farm", standing, "hourly-csv")
                .groups(false)
                .forEach(group -> group.fields().forEach(one -> inputs.put(one.name(), one.value())));
        inputs.put(field, typed);
        return new SourceForm(inputs);
    }

    private static ProfileText keep(String text, SourceKind kind, boolean paged) {
        Invalid.unless(text.equals("hourly-csv"), "the profile cannot be read: line 1: key 'name' is missing");
        return PROFILE;
    }
}
