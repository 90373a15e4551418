package io.tallybook.ui.calc;

import io.tallybook.standards.CalculationFailed;
import io.tallybook.standards.gas.Composition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a standard answers.
 *
 * @param result a record of the standard; its components are the fields
 * @param composition normalised, where the standard takes one
 */
record Answer(Object result, @Nullable Composition composition) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws CalculationFailed when a figure of it is no number */
    ObjectNode json() {
        ObjectNode json = JSON.valueToTree(result);
        if (composition != null) {
            ObjectNode fractions = json.putObject("composition");
            composition.present().forEach(fractions::put);
        }
        requireNumbers("", json);
        return json;
    }

    private static void requireNumbers(String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (field.getValue().isDouble() && !Double.isFinite(field.getValue().doubleValue())) {
                throw new CalculationFailed(at, "the standard has no figure of " + at + " for this input");
            }
            requireNumbers(at, field.getValue());
        }
    }
}
