package io.tallybook.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A table of 450 rows: what one page shows, and what the sum, the file and the addresses hold whatever page is shown. */
class TableTest {
    private static final int ROWS = 450;
    private static final BigDecimal SUM = BigDecimal.valueOf(ROWS * (ROWS + 1) / 2);

    private final MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();

    @Test
    void showsALongTableByPagesUnderTheSumOfAll() {
        Table first = table();

        assertThat(numbers(first)).hasSize(200).startsWith(1).endsWith(200);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.rows()).hasSize(ROWS);
        assertThat(first.totals().get(1).value()).isEqualTo(SUM);
        assertThat(first.before()).isNull();
        assertThat(first.after()).isEqualTo("/here?t.page=2");

        asked.add("t.page", "3");
        Table last = table();
        assertThat(numbers(last)).hasSize(50).startsWith(401).endsWith(450);
        assertThat(last.totals().get(1).value()).isEqualTo(SUM);
        assertThat(last.before()).isEqualTo("/here?t.page=2");
        assertThat(last.after()).isNull();
    }

    @Test
    void showsTheLastPageWhenFewerAreLeftAndTheFirstWhenTheNumberIsNone() {
        asked.add("t.page", "9");
        assertThat(table().page()).isEqualTo(3);
        for (String none : List.of("0", "-1", "two", "9999999", "")) {
            asked.set("t.page", none);
            assertThat(table().page()).as(none).isEqualTo(1);
        }
        asked.set("t.page", "2");
        asked.add("t.only.number", "> 1000");
        assertThat(numbers(table())).isEmpty();
        assertThat(table().pages()).isEqualTo(1);
    }

    @Test
    void otherRowsOrAnotherOrderBeginOnTheFirstPage() {
        asked.add("t.page", "2");
        asked.add("t.only.number", "> 100");
        Table table = table();

        assertThat(numbers(table)).startsWith(301).endsWith(450);
        assertThat(table.before()).isEqualTo("/here?t.only.number=%3E%20100");
        assertThat(table.ask().sortedBy("number")).isEqualTo("/here?t.only.number=%3E%20100&t.sort=number");
        assertThat(table.ask().cleared()).isEqualTo("/here");
        assertThat(table.ask().kept()).isEmpty();
        assertThat(table.ask().export("csv")).doesNotContain("page").contains("export=csv");
    }

    private static List<Integer> numbers(Table table) {
        return table.lines().stream()
                .map(row ->
                        ((BigDecimal) Objects.requireNonNull(row.cells().get(1).value())).intValueExact())
                .toList();
    }

    private Table table() {
        List<Row> rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> Row.of("row" + i, Cell.of("row " + i), Cell.of(BigDecimal.valueOf(i))))
                .toList();
        return Table.of(
                "t",
                List.of(Column.text("name"), Column.count("number")),
                rows,
                new Ask("t", "/here", asked),
                new Figures(Locale.UK, ZoneOffset.UTC, new StaticMessageSource()));
    }
}
