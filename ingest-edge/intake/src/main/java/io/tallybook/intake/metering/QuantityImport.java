package io.tallybook.intake.metering;

import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.Layout;
import io.tallybook.intake.profile.Moment;
import io.tallybook.intake.profile.Moments;
import io.tallybook.intake.profile.QuantityProfile;
import io.tallybook.intake.profile.SignRule;
import io.tallybook.intake.row.FileProgress;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.PointId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a file of quantities by its profile, value by value. */
public final class QuantityImport {
    private final QuantityProfile profile;
    private final Moments moments;
    private final QuantityDelivery delivery;

    private QuantityImport(QuantityProfile profile, QuantityDelivery delivery) {
        this.profile = profile;
        this.moments = new Moments(profile.time());
        this.delivery = delivery;
    }

    /**
     * Takes every row; what was read before the file turned out to be broken is taken too.
     *
     * @param progress is told each row
     * @throws UnreadableFile when the rest cannot be read
     */
    public static void run(
            QuantityProfile profile, Rows rows, Run run, EventReader log, Tally tally, FileProgress progress)
            throws IOException {
        boolean wide = profile.layout() instanceof Layout.Wide;
        try (QuantityDelivery delivery = new QuantityDelivery(run, log, tally, wide)) {
            QuantityImport quantities = new QuantityImport(profile, delivery);
            try {
                quantities.checkColumns(rows.columns());
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    progress.read(row.line());
                    quantities.take(row);
                }
            } catch (UnreadableFile e) {
                delivery.finish();
                throw e;
            }
            delivery.finish();
        }
    }

    private void take(Row row) throws IOException {
        switch (row) {
            case Row.Bad bad -> reject(bad, new BadValue(Category.UNREADABLE, bad.reason()));
            case Row.Good good -> {
                switch (profile.layout()) {
                    case Layout.Wide wide -> takeWide(wide, good);
                    case Layout.Long tall -> takeLong(tall, good);
                }
            }
        }
    }

    /** A row whose time cannot be read is one dead letter for all its values. */
    private void takeWide(Layout.Wide wide, Row.Good row) throws IOException {
        Moment moment;
        try {
            moment = moment(row, "");
        } catch (BadValue bad) {
            reject(row, bad);
            return;
        }
        for (Map.Entry<String, PointId> point : wide.points().entrySet()) {
            String id = point.getValue().value();
            delivery.take(new FileValue(profile, row, point.getKey(), point.getKey(), id, id, moment));
        }
        rejectUnknown(wide, row);
    }

    private void takeLong(Layout.Long tall, Row.Good row) throws IOException {
        String written =
                Objects.requireNonNullElse(row.cell(tall.pointField()), "").strip();
        try {
            Moment moment = moment(row, written);
            delivery.take(new FileValue(profile, row, tall.valueField(), written, "", tall.pointId(written), moment));
        } catch (BadValue bad) {
            reject(row, bad);
        }
    }

    private Moment moment(Row.Good row, String series) throws BadValue {
        String text = row.cell(profile.time().field());
        if (text == null) {
            throw new BadValue(
                    Category.BAD_TIME, "the row has no '" + profile.time().field() + "'");
        }
        return moments.read(series, text, row.cell(profile.time().offsetField()));
    }

    /** A JSON record may bring a field that no profile has heard of: a new point, perhaps. It is not passed over. */
    private void rejectUnknown(Layout.Wide wide, Row.Good row) {
        int number = 0;
        for (Map.Entry<String, @Nullable String> cell : row.cells().entrySet()) {
            number++;
            String text = cell.getValue();
            if (!isKnown(wide, cell.getKey()) && !profile.nulls().isNull(text)) {
                BadValue bad = new BadValue(
                        Category.UNKNOWN_POINT,
                        "the profile neither maps nor ignores the field " + BadValue.quoted(cell.getKey()));
                delivery.deadLetters().value(row.line(), "field-" + number, bad, row.raw(), null, null);
            }
        }
    }

    private boolean isKnown(Layout.Wide wide, String field) {
        return wide.points().containsKey(field)
                || wide.ignored().contains(field)
                || columnsBeside().contains(field);
    }

    private void reject(Row row, BadValue bad) {
        int values =
                profile.layout() instanceof Layout.Wide wide ? wide.points().size() : 1;
        delivery.deadLetters().row(row.line(), values, bad, row.raw());
    }

    /** A CSV's header must have what the profile names, and in a wide file nothing that it does not. */
    private void checkColumns(List<String> columns) throws UnreadableFile {
        if (columns.isEmpty()) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>(columnsBeside());
        missing.addAll(
                switch (profile.layout()) {
                    case Layout.Wide wide -> wide.points().keySet();
                    case Layout.Long tall -> List.of(tall.pointField(), tall.valueField());
                });
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new UnreadableFile("the header has no column " + quoted(missing));
        }
        if (profile.layout() instanceof Layout.Wide wide) {
            List<String> unknown =
                    columns.stream().filter(column -> !isKnown(wide, column)).toList();
            if (!unknown.isEmpty()) {
                throw new UnreadableFile("the profile neither maps nor ignores the column " + quoted(unknown));
            }
        }
    }

    private Set<String> columnsBeside() {
        Set<String> columns = new LinkedHashSet<>();
        String direction = profile.sign() instanceof SignRule.Column column ? column.field() : null;
        Stream.of(
                        profile.time().field(),
                        profile.time().offsetField(),
                        profile.unitField(),
                        profile.qualityField(),
                        direction)
                .filter(Objects::nonNull)
                .forEach(columns::add);
        return columns;
    }

    private static String quoted(Iterable<String> names) {
        return "'" + Row.cut(String.join("', '", names)) + "'";
    }
}
