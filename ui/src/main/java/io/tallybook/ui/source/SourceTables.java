package io.tallybook.ui.source;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.FolderFeed;
import io.tallybook.messages.source.HttpFeed;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.query.Page;
import io.tallybook.query.source.SourceObjectView;
import io.tallybook.query.source.SourcePullView;
import io.tallybook.query.source.SourceQueries;
import io.tallybook.query.source.SourceView;
import io.tallybook.ui.frame.Screen;
import io.tallybook.ui.frame.Ways;
import io.tallybook.ui.table.Cell;
import io.tallybook.ui.table.Column;
import io.tallybook.ui.table.Kind;
import io.tallybook.ui.table.Row;
import io.tallybook.ui.table.State;
import io.tallybook.ui.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sources, their pulls, and what a pull took, as tables. */
final class SourceTables {
    private static final List<Column> COUNTS = List.of(
            Column.count("accepted"),
            Column.count("unchanged"),
            Column.count("corrected"),
            Column.count("lateRecords"),
            Column.count("rejected"));

    private SourceTables() {}

    static Table sources(List<SourceView> all, Function<SourceView, @Nullable Instant> next, Screen screen) {
        return screen.table(
                "sources",
                List.of(
                        Column.text("source"),
                        Column.text("kind"),
                        Column.of("state", Kind.STATE),
                        Column.text("readFrom"),
                        Column.of("lastPull", Kind.TIME),
                        Column.of("nextLook", Kind.TIME),
                        Column.text("watermark"),
                        Column.text("whyFailed")),
                all.stream().map(view -> row(view, next.apply(view), screen)).toList());
    }

    private static Row row(SourceView view, @Nullable Instant next, Screen screen) {
        SourcePullView last = view.lastPull();
        return Row.of(
                view.source().value(),
                Cell.of(view.source().value()).to(Ways.source(view.source())),
                Cell.of(screen.figures().word("source.kind." + view.definition().kind())),
                Cell.of(state(view)),
                Cell.of(from(view.definition())).marked("wrap"),
                Cell.of(last == null ? null : last.startedAt()),
                Cell.of(next),
                Cell.of(view.watermark()),
                Cell.of(last == null ? null : last.sentence()).marked("wrap"));
    }

    private static State state(SourceView view) {
        if (view.paused()) {
            return State.revoked("source.paused");
        }
        if (view.lastPull() == null) {
            return State.waiting("source.waiting");
        }
        return view.failing() ? State.blocked("source.failing") : State.done("source.read");
    }

    /** Where it is read from: never more than address and path. */
    static String from(SourceDefinition definition) {
        FolderFeed folder = definition.folder();
        HttpFeed http = definition.http();
        if (folder != null) {
            return folder.path() + (folder.path().isEmpty() ? "" : "/") + folder.glob();
        }
        return http == null ? "" : http.baseUrl() + http.path();
    }

    static Table pulls(Page<SourcePullView> page, Screen screen) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.of("started", Kind.TIME), Column.of("state", Kind.STATE), Column.count("objects")));
        columns.addAll(COUNTS);
        columns.add(Column.text("watermark"));
        columns.add(Column.text("whyFailed"));
        return screen.table(
                        "pulls",
                        columns,
                        page.rows().stream().map(SourceTables::row).toList())
                .onward(screen.onward(page.next()));
    }

    private static Row row(SourcePullView pull) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(pull.startedAt()).to(Ways.pull(pull.source(), pull.pull())),
                Cell.of(state(pull)),
                Cell.of(pull.objects())));
        cells.addAll(counts(pull.counts()));
        cells.add(Cell.of(pull.watermark()));
        cells.add(Cell.of(pull.sentence()).marked("wrap"));
        return new Row(pull.pull().value(), cells, "");
    }

    private static State state(SourcePullView pull) {
        if (pull.failed()) {
            return State.blocked("pull.failed");
        }
        return pull.endedAt() == null
                ? State.working("pull.running")
                : State.done(pull.more() ? "pull.more" : "pull.done");
    }

    private static List<Cell> counts(@Nullable ImportCounts counts) {
        if (counts == null) {
            return java.util.Collections.nCopies(COUNTS.size(), Cell.ABSENT);
        }
        return List.of(
                Cell.of(counts.accepted()),
                Cell.of(counts.unchanged()),
                Cell.of(counts.corrected()),
                Cell.of(counts.late()),
                Cell.of(counts.rejected()));
    }

    static Table objects(@Nullable SourcePullView pull, SourceQueries sources, Screen screen) {
        List<SourceObjectView> objects = pull == null ? List.of() : sources.objects(pull.source(), pull.pull());
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("object"),
                Column.of("recordedAt", Kind.TIME),
                Column.figure("bytes", Kind.COUNT, null),
                Column.of("file", Kind.HASH)));
        columns.addAll(COUNTS);
        columns.add(Column.text("watermark"));
        return screen.table(
                "objects", columns, objects.stream().map(SourceTables::row).toList());
    }

    private static Row row(SourceObjectView taken) {
        ImportId imported = taken.object().importId();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(taken.object().name()).to(imported == null ? null : Ways.imported(imported)),
                Cell.of(taken.takenAt()),
                Cell.of(taken.object().bytes()),
                Cell.of(taken.object().file())));
        cells.addAll(counts(taken.object().counts()));
        cells.add(Cell.of(taken.watermark()));
        return new Row(taken.pull().value() + "/" + taken.number(), cells, "");
    }
}
