package io.tallybook.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.profile.FileFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
    @Test
    void keepsEachRecordExactlyAsReadAndNestedFieldsByPath() throws IOException {
        List<Row> rows = all(
                "{\"total\": 2, \"deep\": {\"records\": [1]}, \"records\": [ {\"a\":1.50,\"b\": {\"c\": \"é\"}} ,\n"
                        + "{ \"a\" : null , \"d\":[1,{}], \"e\": true}\n]}",
                "records");

        assertThat(rows)
                .extracting(Row::raw)
                .containsExactly("{\"a\":1.50,\"b\": {\"c\": \"é\"}}", "{ \"a\" : null , \"d\":[1,{}], \"e\": true}");
        assertThat(rows).extracting(Row::line).containsExactly(1, 2);
        assertThat(((Row.Good) rows.getFirst()).cells())
                .containsEntry("a", "1.50")
                .containsEntry("b.c", "é");
        assertThat(((Row.Good) rows.getLast()).cells()).containsEntry("a", null).containsEntry("d", "[…]");
    }

    @Test
    void goesOnBehindARecordThatIsNoObjectOrNamesAFieldTwice() throws IOException {
        List<Row> rows = all("[7, \"x\", [1], {\"a\":1,\"a\":2}, {\"a\":3}]");

        assertThat(rows).extracting(Row::raw).containsExactly("7", "\"x\"", "[1]", "{\"a\":1,\"a\":2}", "{\"a\":3}");
        assertThat(rows).filteredOn(Row.Good.class::isInstance).hasSize(1);
    }

    @Test
    void tellsAFileThatIsNotJsonOrWasCutOffOrHasNoRecords() {
        assertThatThrownBy(() -> all("gas day;kWh"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("not JSON");
        assertThatThrownBy(() -> all("[{\"a\":1},{\"a\"")).hasMessageContaining("after record");
        assertThatThrownBy(() -> all("{\"records\":[]")).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> all("{\"r\":[]}", "records")).hasMessageContaining("at 'records'");
        assertThatThrownBy(() -> all("{\"records\":[{\"a\":1}]", "records")).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void readsRecordsThatStraddleItsBuffersAndHoldsNoMoreThanTheBound() throws IOException {
        byte[] unit = ("{\"a\":\"" + "ø".repeat(700) + "\"},").getBytes(StandardCharsets.UTF_8);
        InputStream endless = new Repeated("[", unit, 20_000, "{}]");

        int most = 0;
        int records = 0;
        try (JsonRows rows = new JsonRows(new FileFormat.Json(List.of()), endless)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                most = Math.max(most, rows.held());
                records++;
                assertThat(row.raw()).startsWith("{").endsWith("}");
            }
        }
        assertThat(records).isEqualTo(20_001);
        assertThat(most).isLessThan(200_000);
    }

    private static List<Row> all(String text, String... path) throws IOException {
        List<Row> found = new ArrayList<>();
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (Rows rows = Rows.open(new FileFormat.Json(List.of(path)), bytes)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                found.add(row);
            }
        }
        return found;
    }
}
