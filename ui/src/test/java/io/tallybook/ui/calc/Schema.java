package io.tallybook.ui.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a JSON Schema of the keywords our schemas use; another keyword is an error, so that none goes unchecked. */
final class Schema {
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "title",
            "description",
            "type",
            "enum",
            "properties",
            "required",
            "additionalProperties",
            "oneOf",
            "items",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "pattern");

    private Schema() {}

    /** What does not hold, by path. */
    static List<String> faults(JsonNode schema, JsonNode json) {
        List<String> faults = new ArrayList<>();
        check("$", schema, json, faults);
        return faults;
    }

    private static void check(String path, JsonNode schema, JsonNode json, List<String> faults) {
        for (String keyword : schema.propertyNames()) {
            if (!KEYWORDS.contains(keyword)) {
                throw new AssertionError("the schema's keyword " + keyword + " is not checked");
            }
        }
        type(path, schema, json, faults);
        bounds(path, schema, json, faults);
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(it -> same(it, json))) {
            faults.add(path + " is none of " + schema.get("enum"));
        }
        if (schema.has("pattern")
                && json.isString()
                && !json.asString().matches(schema.get("pattern").asString())) {
            faults.add(path + " does not match " + schema.get("pattern"));
        }
        if (schema.has("oneOf")) {
            long holding = schema.get("oneOf")
                    .valueStream()
                    .filter(one -> faults(one, json).isEmpty())
                    .count();
            if (holding != 1) {
                faults.add(path + " is " + holding + " of the alternatives");
            }
        }
        if (json.isObject()) {
            members(path, schema, json, faults);
        }
        for (int i = 0; json.isArray() && schema.has("items") && i < json.size(); i++) {
            check(path + "[" + i + "]", schema.get("items"), json.get(i), faults);
        }
    }

    private static void members(String path, JsonNode schema, JsonNode json, List<String> faults) {
        if (schema.has("required")) {
            schema.get("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(it -> !json.has(it))
                    .forEach(it -> faults.add(path + "." + it + " is missing"));
        }
        json.properties().forEach(field -> {
            String at = path + "." + field.getKey();
            JsonNode properties = schema.path("properties");
            JsonNode others = schema.path("additionalProperties");
            if (properties.has(field.getKey())) {
                check(at, properties.get(field.getKey()), field.getValue(), faults);
            } else if (others.isObject()) {
                check(at, others, field.getValue(), faults);
            } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(at + " is not documented");
            }
        });
    }

    private static void type(String path, JsonNode schema, JsonNode json, List<String> faults) {
        JsonNode type = schema.path("type");
        boolean holds = type.isMissingNode()
                || (type.isArray()
                        ? type.valueStream().anyMatch(one -> is(one.asString(), json))
                        : is(type.asString(), json));
        if (!holds) {
            faults.add(path + " is no " + type);
        }
    }

    private static boolean is(String type, JsonNode json) {
        return switch (type) {
            case "number" -> json.isNumber();
            case "integer" -> json.isIntegralNumber();
            case "string" -> json.isString();
            case "boolean" -> json.isBoolean();
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "null" -> json.isNull();
            default -> throw new AssertionError(type);
        };
    }

    private static void bounds(String path, JsonNode schema, JsonNode json, List<String> faults) {
        bound(
                path,
                schema,
                "minimum",
                json.isNumber() && json.asDouble() < schema.path("minimum").asDouble(0),
                faults);
        bound(
                path,
                schema,
                "maximum",
                json.isNumber() && json.asDouble() > schema.path("maximum").asDouble(0),
                faults);
        bound(
                path,
                schema,
                "exclusiveMinimum",
                json.isNumber()
                        && json.asDouble() <= schema.path("exclusiveMinimum").asDouble(0),
                faults);
        bound(
                path,
                schema,
                "exclusiveMaximum",
                json.isNumber()
                        && json.asDouble() >= schema.path("exclusiveMaximum").asDouble(0),
                faults);
        bound(
                path,
                schema,
                "minItems",
                json.isArray() && json.size() < schema.path("minItems").asInt(0),
                faults);
        bound(
                path,
                schema,
                "maxItems",
                json.isArray() && json.size() > schema.path("maxItems").asInt(0),
                faults);
        bound(
                path,
                schema,
                "minProperties",
                json.isObject() && json.size() < schema.path("minProperties").asInt(0),
                faults);
        bound(
                path,
                schema,
                "maxProperties",
                json.isObject() && json.size() > schema.path("maxProperties").asInt(0),
                faults);
    }

    private static void bound(String path, JsonNode schema, String keyword, boolean broken, List<String> faults) {
        if (schema.has(keyword) && broken) {
            faults.add(path + " breaks " + keyword + " " + schema.get(keyword));
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() ? one.asDouble() == other.asDouble() : one.equals(other);
    }
}
