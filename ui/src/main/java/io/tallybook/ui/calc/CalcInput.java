package io.tallybook.ui.calc;

import io.tallybook.standards.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the input of a calculation: one JSON object of at most a mebibyte. */
final class CalcInput {
    static final int MOST_BYTES = 1 << 20;

    private static final Pattern FIELD = Pattern.compile("\"([^\"\\\\]{1,64})\"\\s*:");

    /** NaN is read, so that what refuses it can name its field. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CalcInput() {}

    /** @throws InvalidInput when there is too much of it, or it is no JSON; with the field it went wrong behind */
    static JsonNode read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        InvalidInput.unless(bytes.length <= MOST_BYTES, "input", "an input has at most " + MOST_BYTES + " bytes");
        InvalidInput.unless(bytes.length > 0, "input", "there is no input: give one JSON object on standard input");
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw broken(text, e);
        }
    }

    private static InvalidInput broken(String text, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        int offset = at == null ? 0 : (int) Math.clamp(at.getCharOffset(), 0, text.length());
        String field = "";
        Matcher matcher = FIELD.matcher(text.substring(0, offset));
        while (matcher.find()) {
            field = matcher.group(1);
        }
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String behind = field.isEmpty() ? "" : ", behind the field '" + field + "'";
        return new InvalidInput(
                field.isEmpty() ? "input" : field,
                "the input is no JSON" + where + behind
                        + " (decimals have a point, names and texts are in double quotes, no name comes twice)");
    }
}
