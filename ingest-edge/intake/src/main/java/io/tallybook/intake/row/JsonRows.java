package io.tallybook.intake.row;

import io.tallybook.intake.profile.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The objects of one array in a JSON document, one at a time. */
final class JsonRows implements Rows {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_FIELDS = 2_000;
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(ByteWindow.MAX_RECORD_BYTES)
                    .build())
            .build());

    private final ByteWindow window;
    private final JsonParser parser;
    private int record;
    private boolean ended;

    JsonRows(FileFormat.Json json, InputStream bytes) throws IOException {
        window = new ByteWindow(bytes);
        parser = reading(() -> MAPPER.createParser(window));
        reading(() -> descend(json.records()));
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    int held() {
        return window.held();
    }

    @Override
    public @Nullable Row next() throws IOException {
        return ended ? null : reading(this::read);
    }

    private @Nullable Row read() throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            ended = true;
            readToTheEnd();
            return null;
        }
        if (++record > MAX_ROWS) {
            throw new UnreadableFile("the file has more than " + MAX_ROWS + " records");
        }
        long from = parser.currentTokenLocation().getByteOffset();
        window.open(from);
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        String complaint = parser.currentToken() == JsonToken.START_OBJECT
                ? fields("", cells)
                : "a record is an object with fields";
        parser.skipChildren();
        parser.finishToken();
        String raw = Row.cut(window.close(from, parser.currentLocation().getByteOffset()));
        return complaint == null ? new Row.Good(record, raw, cells) : new Row.Bad(record, raw, complaint);
    }

    /** Reads the object at hand to its end; says what is wrong with it, or null. */
    private @Nullable String fields(String prefix, Map<String, @Nullable String> cells) {
        String complaint = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            String found = token == JsonToken.START_OBJECT ? fields(name + ".", cells) : field(name, token, cells);
            complaint = complaint == null ? found : complaint;
        }
        return complaint;
    }

    private @Nullable String field(String name, JsonToken token, Map<String, @Nullable String> cells) {
        String text = switch (token) {
            case VALUE_NULL -> null;
            case START_ARRAY -> "[…]";
            default -> parser.getString();
        };
        parser.skipChildren();
        if (cells.size() >= MAX_FIELDS) {
            return "the record has more than " + MAX_FIELDS + " fields";
        }
        if (cells.containsKey(name)) {
            return "the record has the field '" + name + "' twice";
        }
        cells.put(name, text);
        return null;
    }

    private boolean descend(List<String> path) throws IOException {
        JsonToken token = parser.nextToken();
        for (String name : path) {
            if (token != JsonToken.START_OBJECT) {
                throw noArray(path);
            }
            while (!name.equals(parser.nextName())) {
                if (parser.currentToken() == JsonToken.END_OBJECT) {
                    throw noArray(path);
                }
                parser.nextToken();
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        if (token != JsonToken.START_ARRAY) {
            throw noArray(path);
        }
        return true;
    }

    private static UnreadableFile noArray(List<String> path) {
        return new UnreadableFile(
                path.isEmpty()
                        ? "the document is not an array of records"
                        : "the document has no array of records at '" + String.join(".", path) + "'");
    }

    /** A file that was cut off, or goes on with something else, is told even when all its records were read. */
    private void readToTheEnd() {
        while (parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    private <T extends @Nullable Object> T reading(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw Rows.broken(cause);
            }
            String at = record == 0 ? "" : " after record " + record;
            throw new UnreadableFile("the file is not JSON" + at + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw Rows.broken(e);
        }
    }

    private interface Step<T extends @Nullable Object> {
        T run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        parser.close();
        window.close();
    }
}
