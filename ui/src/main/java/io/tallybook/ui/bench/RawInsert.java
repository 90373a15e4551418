package io.tallybook.ui.bench;

import io.tallybook.ui.bench.BenchRows.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;

/**
 * The yardstick for the import: the same rows into a plain table of the same server by UNNEST, 1,000 rows per durable commit,
 * with the primary key such a table has.
 */
final class RawInsert {
    private static final int BATCH = 1_000;
    private static final String INSERT =
            "insert into shadow.bench_raw (point, start, kwh, quality) select * from unnest(?, ?, ?, ?)";

    private final DataSource database;

    RawInsert(DataSource database) throws SQLException {
        this.database = database;
        execute("""
                create table shadow.bench_raw (point text not null, start timestamptz not null, kwh numeric not null,
                  quality text not null, primary key (point, start))""");
    }

    void insert(List<Row> rows) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < rows.size(); from += BATCH) {
                insert(connection, insert, rows.subList(from, Math.min(from + BATCH, rows.size())));
            }
        }
    }

    private static void insert(Connection connection, PreparedStatement insert, List<Row> rows) throws SQLException {
        insert.setArray(
                1,
                connection.createArrayOf("text", rows.stream().map(Row::point).toArray()));
        insert.setArray(
                2,
                connection.createArrayOf(
                        "timestamptz",
                        rows.stream().map(r -> Timestamp.from(r.start())).toArray()));
        insert.setArray(
                3,
                connection.createArrayOf("numeric", rows.stream().map(Row::kwh).toArray()));
        insert.setArray(
                4,
                connection.createArrayOf("text", rows.stream().map(r -> "GOOD").toArray()));
        insert.executeUpdate();
    }

    void drop() throws SQLException {
        execute("drop table shadow.bench_raw");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
