package io.tallybook.report.table;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.messages.Share;
import io.tallybook.report.sheet.Book;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * A table exactly as it stands on the screen: its columns, its rows, their order. Values come as the messages' own types
 * (Energy, Money, Price, Share, GasDay, AccountingPeriod), String, whole numbers, BigDecimal, LocalDate, Instant; null is an
 * absent value.
 *
 * @param note filter and standing in words, shown under the title
 * @param asOf time of the last event the table holds; stands as the file's date so that equal tables are equal bytes
 * @param zone in which times are shown
 */
public record TableExport(
        String title,
        String note,
        Instant asOf,
        ZoneId zone,
        List<TableColumn> columns,
        Iterable<? extends List<? extends @Nullable Object>> rows) {

    private static final int MOST_DECIMALS = 6;

    public TableExport {
        columns = List.copyOf(columns);
    }

    /** As {@code text/csv}: header, then a record per row; times with their offset. */
    public byte[] csv() {
        Csv csv = new Csv(columns.size());
        csv.row(columns.stream().map(TableColumn::header).toList());
        for (List<? extends @Nullable Object> row : rows) {
            csv.row(row.stream().map(this::plain).toArray());
        }
        return csv.bytes();
    }

    /** As a workbook, with a total under the columns that have one. */
    public byte[] xlsx() {
        try (Book book = new Book(title, title, asOf)) {
            SheetPage page = book.sheet(title, title, note, heads());
            BigDecimal[] sums = new BigDecimal[columns.size()];
            Arrays.fill(sums, BigDecimal.ZERO);
            for (List<? extends @Nullable Object> row : rows) {
                page.row(IntStream.range(0, columns.size())
                        .mapToObj(i -> cell(i < row.size() ? row.get(i) : null, i, sums))
                        .toArray(Cell[]::new));
            }
            if (columns.stream().anyMatch(TableColumn::summed)) {
                page.total(IntStream.range(0, columns.size())
                        .mapToObj(i -> total(page, i, sums[i]))
                        .toArray(Cell[]::new));
            }
            page.finish();
            return book.bytes();
        }
    }

    private List<Column> heads() {
        return columns.stream()
                .map(c -> new Column(
                        c.format() == Format.TIME && c.unit().isEmpty() ? c.name() + ", " + zone.getId() : c.header(),
                        c.format()))
                .toList();
    }

    private Cell total(SheetPage page, int index, BigDecimal sum) {
        TableColumn column = columns.get(index);
        if (!column.summed()) {
            return index == 0 ? Cell.text("Total") : Cell.EMPTY;
        }
        String range = page.range(CellReference.convertNumToColString(index));
        return Cell.derived("ROUND(SUM(" + range + ")," + MOST_DECIMALS + ")", sum);
    }

    private Cell cell(@Nullable Object value, int index, BigDecimal[] sums) {
        Object plain = plain(value);
        if (plain instanceof BigDecimal number) {
            sums[index] = sums[index].add(number);
            return Cell.input(number);
        }
        return switch (value) {
            case null -> Cell.EMPTY;
            case Instant time -> new Cell(LocalDateTime.ofInstant(time, zone), null, null);
            case AccountingPeriod period -> Cell.day(period.month().atDay(1));
            case GasDay day -> Cell.day(day.date());
            case LocalDate day -> Cell.day(day);
            default -> Cell.text(value.toString());
        };
    }

    /** Numbers as numbers; everything else as what a file without formats shows. */
    private @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Energy energy -> energy.kwh();
            case Money money -> money.amount();
            case Price price -> price.perMmbtu();
            case Share share -> share.value();
            case BigDecimal number -> number;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Instant time -> time.atZone(zone).toOffsetDateTime().toString();
            default -> value.toString();
        };
    }
}
