package io.tallybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** A column of a view's table, of which one row shall hold something else. */
record AlteredCell(String table, String column, String type) {
    /** The columns of every view's table, by table. */
    static Map<String, List<AlteredCell>> columns(DSLContext db) {
        return db.fetch("""
                        select table_name, column_name, udt_name from information_schema.columns
                        where table_schema = 'public' and table_name like 'view\\_%' order by 1, ordinal_position
                        """).stream()
                .map(row ->
                        new AlteredCell(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                .collect(Collectors.groupingBy(AlteredCell::table, TreeMap::new, Collectors.toList()));
    }

    /** A row that has something there, if there is one. */
    void alter(DSLContext db) {
        int rows = db.execute(
                "update %1$s set %2$s = %3$s where ctid = (select ctid from %1$s order by %2$s is null limit 1)"
                        .formatted(table, column, something("coalesce(" + column + ", " + nothing() + ")")));
        assertThat(rows).as("%s", this).isOne();
    }

    private String nothing() {
        return switch (type) {
            case "text" -> "''";
            case "int4", "int8", "numeric" -> "0";
            case "bool" -> "false";
            case "date", "timestamptz" -> "'2000-01-01'";
            case "time" -> "'00:00'";
            case "_text", "_numeric", "_date" -> "'{}'";
            default -> throw new IllegalStateException("no way to alter a " + type + ": " + this);
        };
    }

    private String something(String than) {
        return switch (type) {
            case "text" -> than + " || '~'";
            case "numeric" -> than + " + 1";
            // far enough to be no other row's key
            case "int4", "int8", "date" -> than + " + 100000";
            case "bool" -> "not " + than;
            case "timestamptz" -> than + " + interval '1 year 1 second'";
            case "time" -> than + " + interval '1 hour'";
            case "_text" -> "array_append(" + than + ", '~')";
            case "_numeric" -> "array_append(" + than + ", 1)";
            case "_date" -> "array_append(" + than + ", date '2000-01-01')";
            default -> throw new IllegalStateException("no way to alter a " + type + ": " + this);
        };
    }
}
