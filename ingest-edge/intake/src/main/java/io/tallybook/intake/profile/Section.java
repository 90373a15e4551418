package io.tallybook.intake.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping of a profile, read strictly: {@link #done} fails on every key nobody asked for, naming key and line. */
final class Section {
    private final String path;
    private final Yaml.Fields yaml;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String path, Yaml.Fields yaml) {
        this.path = path;
        this.yaml = yaml;
    }

    int line() {
        return yaml.line();
    }

    /** The text of a key that must be there. */
    String text(String key) {
        return optional(key)
                .orElseThrow(() -> ProfileError.at(line(), "key '" + path + key + "' is missing or has no value"));
    }

    Optional<String> optional(String key) {
        return node(key).flatMap(node -> switch (node) {
            case Yaml.Text text -> Optional.ofNullable(text.value());
            default -> throw ProfileError.at(node.line(), "key '" + path + key + "' takes one value");
        });
    }

    /** A value made from the key's text; what the maker does not accept is an error at the key's line. */
    <T> T value(String key, Function<String, T> maker) {
        String text = text(key);
        try {
            return maker.apply(text);
        } catch (RuntimeException e) {
            throw at(key, String.valueOf(e.getMessage()));
        }
    }

    <T> T value(String key, String fallback, Function<String, T> maker) {
        return optional(key).isPresent() ? value(key, maker) : maker.apply(fallback);
    }

    /** One of the words given, by name. */
    <T> T oneOf(String key, String fallback, Map<String, T> words) {
        String text = optional(key).orElse(fallback);
        T found = words.get(text);
        if (found == null) {
            throw at(
                    key,
                    "'" + text + "' is not one of "
                            + String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return found;
    }

    Optional<Section> section(String key) {
        return node(key).map(node -> switch (node) {
            case Yaml.Fields fields -> new Section(path + key + ".", fields);
            default -> throw ProfileError.at(node.line(), "key '" + path + key + "' takes keys of its own");
        });
    }

    Section needed(String key) {
        return section(key).orElseThrow(() -> ProfileError.at(line(), "key '" + path + key + "' is missing"));
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Yaml item : items(key)) {
            if (!(item instanceof Yaml.Fields fields)) {
                throw ProfileError.at(item.line(), "each item of '" + path + key + "' takes keys of its own");
            }
            sections.add(new Section(path + key + ".", fields));
        }
        return sections;
    }

    /** A list of texts; empty when the key is not there. */
    List<String> texts(String key) {
        return items(key).stream()
                .map(item -> switch (item) {
                    case Yaml.Text text -> text.value() == null ? "" : text.value();
                    default -> throw ProfileError.at(item.line(), "each item of '" + path + key + "' is one value");
                })
                .toList();
    }

    /** A mapping of free keys to texts. */
    Map<String, String> mapping(String key) {
        Map<String, String> mapping = new LinkedHashMap<>();
        section(key).ifPresent(section -> section.yaml.fields().keySet().forEach(k -> mapping.put(k, section.text(k))));
        return mapping;
    }

    /** A mapping of free keys to mappings of texts. */
    Map<String, Map<String, String>> mappings(String key) {
        Map<String, Map<String, String>> mappings = new LinkedHashMap<>();
        section(key)
                .ifPresent(section -> section.yaml.fields().keySet().forEach(k -> mappings.put(k, section.mapping(k))));
        return mappings;
    }

    ProfileError at(String key, String sentence) {
        Yaml node = yaml.fields().get(key);
        return ProfileError.at(node == null ? line() : node.line(), "key '" + path + key + "': " + sentence);
    }

    void done() {
        for (Map.Entry<String, Yaml> entry : yaml.fields().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                throw ProfileError.at(
                        entry.getValue().line(),
                        "unknown key '" + path + entry.getKey() + "'; known here are " + String.join(", ", asked));
            }
        }
    }

    private List<Yaml> items(String key) {
        return node(key)
                .map(node -> switch (node) {
                    case Yaml.Items items -> items.items();
                    default -> throw ProfileError.at(node.line(), "key '" + path + key + "' takes a list");
                })
                .orElse(List.of());
    }

    private Optional<Yaml> node(String key) {
        asked.add(key);
        return Optional.ofNullable(yaml.fields().get(key));
    }
}
