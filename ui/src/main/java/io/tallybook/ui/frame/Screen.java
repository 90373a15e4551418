package io.tallybook.ui.frame;

import io.tallybook.messages.close.CloseId;
import io.tallybook.ui.table.Ask;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Figures;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a page controller needs of the request: the person's figures, the close in force, and tables as asked for. */
public final class Screen {
    static final String CLOSE = "tallybook.close-in-force";

    private final String path;
    private final MultiValueMap<String, String> params;
    private final Figures figures;
    private final @Nullable CloseId close;

    Screen(String path, MultiValueMap<String, String> params, Figures figures, @Nullable CloseId close) {
        this.path = path;
        this.params = params;
        this.figures = figures;
        this.close = close;
    }

    public Figures figures() {
        return figures;
    }

    public Optional<CloseId> close() {
        return Optional.ofNullable(close);
    }

    /** A parameter of the address; empty when it is not there or blank. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(params.getFirst(name)).filter(value -> !value.isBlank());
    }

    public Table table(String id, List<Column> columns, List<Row> rows) {
        return Table.of(id, columns, rows, new Ask(id, path, params), figures);
    }

    /** The address of the same list further on; null on the last page. */
    public @Nullable String onward(@Nullable String cursor) {
        return cursor == null ? null : Ask.with(path, params, "cursor", cursor);
    }
}
