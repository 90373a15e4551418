package io.tallybook.ui.table;

import io.tallybook.report.sheet.Format;
import io.tallybook.report.table.TableColumn;
import io.tallybook.report.table.TableExport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table on its way into a file: exactly the rows and order shown, of the columns shown. */
record TableFile(Table table, List<Integer> columns, Figures figures) {
    /** The kinds of file there are. */
    enum Type {
        CSV("csv", "text/csv;charset=UTF-8"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Type(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        String extension() {
            return extension;
        }

        String mediaType() {
            return mediaType;
        }

        static Optional<Type> named(String extension) {
            return List.of(values()).stream()
                    .filter(type -> type.extension.equals(extension))
                    .findFirst();
        }
    }

    /** Names the file after the page it comes from. */
    String name(String path) {
        String page = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return page.endsWith(table.id()) ? page : page + "-" + table.id();
    }

    /** The bytes; {@code asOf} is the time of the last event they can hold. */
    byte[] bytes(Type type, Instant asOf) {
        TableExport export = new TableExport(
                figures.word(table.titleKey()),
                note(),
                asOf,
                figures.zone(),
                columns.stream().map(i -> head(table.columns().get(i))).toList(),
                table.rows().stream().map(this::values).toList());
        return type == Type.CSV ? export.csv() : export.xlsx();
    }

    private String note() {
        String filters = table.columns().stream()
                .filter(column -> !table.ask().filter(column.key()).isEmpty())
                .map(column ->
                        figures.word(column.labelKey()) + ": " + table.ask().filter(column.key()))
                .collect(Collectors.joining("; "));
        return filters.isEmpty() ? table.counted(figures) : table.counted(figures) + "; " + filters;
    }

    private TableColumn head(Column column) {
        String unit = column.unit() == null ? "" : column.unit();
        return new TableColumn(figures.word(column.labelKey()), unit, format(column), column.total());
    }

    private static Format format(Column column) {
        return switch (column.kind()) {
            case TEXT, STATE, HASH -> Format.TEXT;
            case DAY -> Format.DAY;
            case TIME -> Format.TIME;
            case COUNT -> Format.COUNT;
            case ENERGY, DIFFERENCE -> column.decimals() > 0 ? Format.KWH_PARTS : Format.KWH;
            case MMBTU -> Format.FINE;
            case MONEY -> Format.MONEY;
            case PRICE -> Format.PRICE;
            case SHARE -> Format.SHARE;
            case PERCENT -> Format.PERCENT;
        };
    }

    private List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        columns.forEach(i -> values.add(row.cells().get(i).value()));
        return values;
    }
}
