package io.tallybook.report.workbook;

import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.pack.StatementMonth;
import io.tallybook.report.pack.StatementMonth.ValuedPoint;
import io.tallybook.report.sheet.Cell;
import io.tallybook.report.sheet.Column;
import io.tallybook.report.sheet.Format;
import io.tallybook.report.sheet.SheetPage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The published prices the statements were valued with, each once: inputs. */
final class PricesSheet {
    private record PriceDay(SeriesId series, LocalDate day) implements Comparable<PriceDay> {
        private static final Comparator<PriceDay> ORDER =
                Comparator.comparing((PriceDay p) -> p.series().value()).thenComparing(PriceDay::day);

        @Override
        public int compareTo(PriceDay other) {
            return ORDER.compare(this, other);
        }
    }

    private final SheetPage page;
    private final Map<PriceDay, Integer> rows = new HashMap<>();

    PricesSheet(SheetPage page) {
        this.page = page;
    }

    static List<Column> columns() {
        return List.of(
                new Column("Series", Format.TEXT),
                new Column("Price day", Format.DAY),
                new Column("Price per MMBtu", Format.PRICE),
                new Column("Currency", Format.TEXT));
    }

    void fill(CloseMonth month) {
        TreeMap<PriceDay, Price> prices = new TreeMap<>();
        for (StatementMonth statement : month.statements()) {
            for (ValuedPoint point : statement.points()) {
                point.lines().forEach(l -> prices.put(new PriceDay(point.series(), l.priceDay()), l.price()));
            }
        }
        prices.forEach((key, price) -> rows.put(
                key,
                page.row(
                        Cell.text(key.series().value()),
                        Cell.day(key.day()),
                        Cell.input(price.perMmbtu()),
                        Cell.text(price.currency()))));
        page.finish();
    }

    String day(SeriesId series, LocalDate day) {
        return cell("B", series, day);
    }

    String price(SeriesId series, LocalDate day) {
        return cell("C", series, day);
    }

    private String cell(String column, SeriesId series, LocalDate day) {
        return page.quoted() + "$" + column + "$" + rows.get(new PriceDay(series, day));
    }
}
