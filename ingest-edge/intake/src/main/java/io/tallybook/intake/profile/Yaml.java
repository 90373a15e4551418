package io.tallybook.intake.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML text as a tree that remembers its lines, so that an error can say where. */
sealed interface Yaml {
    int MAX_CHARS = 65_536;
    int MAX_DEPTH = 8;

    int line();

    record Text(int line, @Nullable String value) implements Yaml {}

    record Fields(int line, Map<String, Yaml> fields) implements Yaml {}

    record Items(int line, List<Yaml> items) implements Yaml {}

    /** @throws ProfileError when the text is not one YAML mapping */
    static Fields parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw new ProfileError("a profile has at most " + MAX_CHARS + " characters");
        }
        try (JsonParser parser = new YAMLMapper().createParser(text)) {
            if (parser.nextToken() == null) {
                throw new ProfileError("the profile is empty");
            }
            if (read(parser, 0) instanceof Fields fields) {
                return fields;
            }
            throw new ProfileError("a profile is a mapping of keys to values");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ProfileError.at(line, "not YAML: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static Yaml read(JsonParser parser, int depth) {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > MAX_DEPTH) {
            throw ProfileError.at(line, "nested more than " + MAX_DEPTH + " deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> new Fields(line, fields(parser, depth));
            case START_ARRAY -> new Items(line, items(parser, depth));
            case VALUE_NULL -> new Text(line, null);
            default -> new Text(line, parser.getString());
        };
    }

    private static Map<String, Yaml> fields(JsonParser parser, int depth) {
        Map<String, Yaml> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (fields.put(key, read(parser, depth + 1)) != null) {
                throw ProfileError.at(line, "key '" + key + "' stands twice");
            }
        }
        return fields;
    }

    private static List<Yaml> items(JsonParser parser, int depth) {
        List<Yaml> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser, depth + 1));
        }
        return items;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
