package io.tallybook.intake.nomination;

import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.EnergyUnit;
import io.tallybook.intake.profile.Moments;
import io.tallybook.intake.profile.NominationProfile;
import io.tallybook.intake.profile.SignRule;
import io.tallybook.intake.row.Row;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PointId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one row after the other by the profile; whom and what it names must be there. */
final class RowReader {
    /** Names remembered of one delivery. */
    private static final int MAX_NAMES = 10_000;

    private final NominationProfile profile;
    private final EventReader log;
    private final Moments moments;
    private final Set<String> there = new LinkedHashSet<>();

    RowReader(NominationProfile profile, EventReader log) {
        this.profile = profile;
        this.log = log;
        this.moments = new Moments(profile.day());
    }

    /** The columns a file must have. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(Set.of(
                profile.contractField(), profile.pointField(), profile.day().field(), profile.quantityField()));
        if (profile.unitField() != null) {
            columns.add(profile.unitField());
        }
        if (profile.direction() instanceof SignRule.Column column) {
            columns.add(column.field());
        }
        return columns;
    }

    /** Null where nothing is said and that is in order. */
    @Nullable NominationRow read(Row.Good row) throws BadValue {
        String text = row.cell(profile.quantityField());
        boolean blank = text == null || profile.nulls().isNull(text);
        if (blank && !profile.blankTakesBack()) {
            return null;
        }
        ContractId contract = named(
                cell(row, profile.contractField()), profile.contracts(), ContractId::new, Category.UNKNOWN_CONTRACT);
        PointId point = named(cell(row, profile.pointField()), profile.points(), PointId::new, Category.UNKNOWN_POINT);
        GasDay day = GasDay.of(moments.day(cell(row, profile.day().field())));
        return new NominationRow(
                row.line(),
                row.raw(),
                contract,
                point,
                day,
                direction(row),
                blank ? null : energy(String.valueOf(text), row));
    }

    private static String cell(Row.Good row, String field) {
        return Objects.requireNonNullElse(row.cell(field), "").strip();
    }

    private <T> T named(String word, Map<String, T> names, Function<String, T> maker, Category category)
            throws BadValue {
        @Nullable T id = names.get(word);
        try {
            id = id == null && names.isEmpty() ? maker.apply(word) : id;
        } catch (Invalid e) {
            id = null;
        }
        if (id == null || !isThere(String.valueOf(id))) {
            String kind = category == Category.UNKNOWN_POINT ? "point " : "contract ";
            throw new BadValue(category, "there is no " + kind + BadValue.quoted(word));
        }
        return id;
    }

    private boolean isThere(String stream) {
        if (there.contains(stream)) {
            return true;
        }
        boolean found = !log.stream(stream).isEmpty();
        if (found && there.size() < MAX_NAMES) {
            there.add(stream);
        }
        return found;
    }

    private Direction direction(Row.Good row) throws BadValue {
        return switch (profile.direction()) {
            case SignRule.Always always -> always.direction();
            case SignRule.Column column -> column.direction(cell(row, column.field()));
            case SignRule.Signed signed -> throw new BadValue(Category.BAD_SIGN, "a nomination is not signed");
        };
    }

    private Energy energy(String text, Row.Good row) throws BadValue {
        EnergyUnit unit = unit(row);
        try {
            Energy energy = unit.energy(profile.numbers().read(text));
            if (energy.signum() < 0) {
                throw new BadValue(
                        Category.BAD_SIGN, BadValue.quoted(text) + " is negative; a direction says which way");
            }
            return energy;
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    private EnergyUnit unit(Row.Good row) throws BadValue {
        String field = profile.unitField();
        try {
            return field == null ? profile.unit() : EnergyUnit.named(cell(row, field));
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_UNIT, String.valueOf(e.getMessage()));
        }
    }
}
