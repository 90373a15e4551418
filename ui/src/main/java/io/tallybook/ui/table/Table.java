package io.tallybook.ui.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table as asked for: filtered, sorted, summed. The file holds all of it; a screen shows a long one by pages, under the sum
 * of all.
 */
public final class Table {
    /** Rows on one page: what a browser lays out at once without being noticed. */
    static final int PAGE = 200;

    private final String id;
    private final List<Column> columns;
    private final List<Row> rows;
    private final int all;
    private final Ask ask;
    private @Nullable String topic;
    private @Nullable String onward;

    private Table(String id, List<Column> columns, List<Row> rows, int all, Ask ask) {
        this.id = id;
        this.columns = columns;
        this.rows = rows;
        this.all = all;
        this.ask = ask;
    }

    /** Finds the words of states, keeps the rows asked for and puts them in the order asked for. */
    public static Table of(String id, List<Column> columns, List<Row> given, Ask ask, Figures figures) {
        List<Row> worded = given.stream().map(row -> worded(row, figures)).toList();
        List<Column> fitted = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i)
                        .fitting(worded.stream().map(row -> row.cells().get(i)).toList(), figures))
                .toList();
        List<Row> shown = new ArrayList<>(
                worded.stream().filter(row -> passes(row, fitted, ask, figures)).toList());
        ask.sort().ifPresent(sort -> order(shown, fitted, sort));
        return new Table(id, fitted, List.copyOf(shown), given.size(), ask);
    }

    private static Row worded(Row row, Figures figures) {
        UnaryOperator<Cell> words = cell -> cell.state() == null
                ? cell
                : cell.saying(figures.word(cell.state().key()));
        return new Row(row.key(), row.cells().stream().map(words).toList(), row.style());
    }

    private static boolean passes(Row row, List<Column> columns, Ask ask, Figures figures) {
        return IntStream.range(0, columns.size()).allMatch(i -> {
            Cell cell = row.cells().get(i);
            Column column = columns.get(i);
            String words = ask.filter(column.key());
            return words.isEmpty() || Filter.passes(cell, figures.text(column, cell), words);
        });
    }

    private static void order(List<Row> rows, List<Column> columns, String sort) {
        boolean down = sort.startsWith("-");
        String key = down ? sort.substring(1) : sort;
        IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).key().equals(key))
                .findFirst()
                .ifPresent(i -> rows.sort(byCell(i, down)));
    }

    // absent figures stand last whichever way the column is sorted
    private static Comparator<Row> byCell(int index, boolean down) {
        Comparator<Object> values = Table::compare;
        Comparator<@Nullable Object> order = Comparator.nullsLast(down ? values.reversed() : values);
        return (one, other) -> order.compare(
                one.cells().get(index).value(), other.cells().get(index).value());
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.toString().compareTo(other.toString());
    }

    /** Refetched by the page when something of this topic changes. */
    public Table live(String of) {
        this.topic = of;
        return this;
    }

    /** The address of the next page of a long list; null on the last. */
    public Table onward(@Nullable String address) {
        this.onward = address;
        return this;
    }

    public String id() {
        return id;
    }

    public List<Column> columns() {
        return columns;
    }

    /** Every row that passes, in order. */
    public List<Row> rows() {
        return rows;
    }

    /** The rows of the page asked for. */
    public List<Row> lines() {
        return rows.subList((page() - 1) * PAGE, Math.min(page() * PAGE, rows.size()));
    }

    /** The page shown, from 1: the one asked for, or the last when there are fewer by now. */
    public int page() {
        return Math.min(ask.page(), pages());
    }

    public int pages() {
        return Math.max(1, Math.ceilDiv(rows.size(), PAGE));
    }

    public @Nullable String before() {
        return page() == 1 ? null : ask.onPage(page() - 1);
    }

    public @Nullable String after() {
        return page() == pages() ? null : ask.onPage(page() + 1);
    }

    /** Rows there are before filtering. */
    public int all() {
        return all;
    }

    public Ask ask() {
        return ask;
    }

    public @Nullable String topic() {
        return topic;
    }

    public @Nullable String onward() {
        return onward;
    }

    public String titleKey() {
        return "table." + id;
    }

    public String emptyKey() {
        return "table." + id + ".empty";
    }

    /** How many rows are shown, and of how many. */
    public String counted(Figures figures) {
        return rows.size() == all
                ? figures.count(all)
                : figures.word("table.of", figures.count(rows.size()), figures.count(all));
    }

    public boolean isTotalled() {
        return columns.stream().anyMatch(Column::total);
    }

    /** The last line: the sum of every row that passes, on whichever page. */
    public List<Cell> totals() {
        return IntStream.range(0, columns.size()).mapToObj(this::total).toList();
    }

    private Cell total(int index) {
        if (!columns.get(index).total()) {
            return Cell.ABSENT;
        }
        return Cell.of(rows.stream()
                .map(row -> row.cells().get(index).value())
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
