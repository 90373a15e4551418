package io.tallybook.ui.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ui.Server;
import io.tallybook.ui.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what was answered with what the log of the books holds. */
final class Answered {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DAYS = """
            select convert_from(payload, 'UTF8')::jsonb ->> 'day', count(*)
            from events, jsonb_array_elements(convert_from(payload, 'UTF8')::jsonb -> 'quantities')
            where type = 'metering.quantities-recorded' group by 1""";
    private static final String SHIPPERS = """
            select stream, count(*) from events
            where type = 'change.change-proposed' and convert_from(payload, 'UTF8')::jsonb ->> 'reason' = 'new' group by 1""";

    private Answered() {}

    /** Each order happened exactly once, where its answer says, and nothing else happened. */
    static void check(Path data, Map<Order, String> answers) {
        try (Server server = Server.start(new ServerOptions(data, 0, null, false))) {
            JdbcClient db = JdbcClient.create(server.bean(DataSource.class));
            ClosedMonth.checkLog(server);
            answers.forEach((order, answer) -> check(db, order, JSON.readTree(answer)));
            List<String> days = answers.keySet().stream()
                    .flatMap(order -> order.days().stream())
                    .toList();
            assertThat(counts(db, DAYS))
                    .containsOnlyKeys(days)
                    .allSatisfy((day, count) -> assertThat(count).as(day).isEqualTo(1));
            assertThat(counts(db, SHIPPERS))
                    .hasSize((int)
                            answers.keySet().stream().filter(Order::isShipper).count())
                    .allSatisfy((stream, count) -> assertThat(count).as(stream).isEqualTo(1));
        }
    }

    private static void check(JdbcClient db, Order order, JsonNode answer) {
        if (!order.isShipper()) {
            assertThat(answer.get("results")).as(order + ": " + answer).hasSameSizeAs(order.days());
            return;
        }
        long position = answer.get("position").asLong();
        if (position >= 0) {
            assertThat(db.sql("select stream || ' ' || sequence || ' ' || type from events where position = ?")
                            .param(position)
                            .query(String.class)
                            .optional())
                    .as(order + ": " + answer)
                    .hasValue(answer.get("stream").asString() + " "
                            + answer.get("sequence").asLong() + " change.change-proposed");
        }
    }

    private static Map<String, Long> counts(JdbcClient db, String query) {
        Map<String, Long> counts = new TreeMap<>();
        db.sql(query).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
