package io.tallybook.ui.real;

import io.tallybook.migrations.DatabaseAddress;
import io.tallybook.migrations.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of a data directory whose program has stopped, read row by row. */
final class Log {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One event as it is stored. */
    record Stored(long position, String stream, String type, JsonNode payload, JsonNode metadata) {
        String client() {
            return metadata.path("client").asString("");
        }
    }

    private Log() {}

    /** Every event whose type matches a pattern of SQL's LIKE, in order. */
    static List<Stored> events(Path data, String type) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            return read(database.address(), type);
        }
    }

    private static List<Stored> read(DatabaseAddress address, String type) throws Exception {
        List<Stored> events = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        address.url(), address.app().user(), address.app().password());
                PreparedStatement query = connection.prepareStatement(
                        "select position, stream, type, payload, metadata from events where type like ? order by"
                                + " position")) {
            query.setString(1, type);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    events.add(new Stored(
                            rows.getLong(1), rows.getString(2), rows.getString(3), json(rows, 4), json(rows, 5)));
                }
            }
        }
        return events;
    }

    private static JsonNode json(ResultSet row, int column) throws Exception {
        return JSON.readTree(new String(row.getBytes(column), StandardCharsets.UTF_8));
    }
}
