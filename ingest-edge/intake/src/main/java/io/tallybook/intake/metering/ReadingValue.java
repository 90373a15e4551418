package io.tallybook.intake.metering;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.EnergyUnit;
import io.tallybook.intake.profile.Moment;
import io.tallybook.intake.profile.Numbers;
import io.tallybook.intake.profile.SignRule;
import io.tallybook.intake.row.Row;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a batch: {@code {point, start | gasDay, kwh | value + unit, direction?, quality?}}. */
record ReadingValue(Row.Good row) implements Candidate {
    private static final Set<String> FIELDS =
            Set.of("point", "start", "gasDay", "kwh", "value", "unit", "direction", "quality");
    private static final SignRule NAMED =
            new SignRule.Column("direction", Set.of(Direction.RECEIPT.name()), Set.of(Direction.DELIVERY.name()));
    private static final SignRule SIGNED = new SignRule.Signed(false);

    @Override
    public int line() {
        return row.line();
    }

    @Override
    public String field() {
        return "";
    }

    @Override
    public String raw() {
        return row.raw();
    }

    @Override
    public String point() throws BadValue {
        List<String> unknown = row.cells().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new BadValue(
                    Category.UNREADABLE, "a reading has no field " + BadValue.quoted(String.join(", ", unknown)));
        }
        return text("point");
    }

    @Override
    public Moment moment() throws BadValue {
        String start = row.cell("start");
        String day = row.cell("gasDay");
        if (start == null == (day == null)) {
            throw new BadValue(Category.BAD_TIME, "a reading has either a start or a gasDay");
        }
        try {
            return day == null
                    ? new Moment.At(
                            OffsetDateTime.parse(Objects.requireNonNull(start)).toInstant())
                    : new Moment.OfDay(new GasDay(day), null);
        } catch (DateTimeException | Invalid e) {
            throw new BadValue(
                    Category.BAD_TIME,
                    BadValue.quoted(day == null ? text("start") : day)
                            + (day == null ? " is not an instant with Z or an offset" : " is not a date"));
        }
    }

    @Override
    public @Nullable Energy energy() throws BadValue {
        String kwh = row.cell("kwh");
        String value = row.cell("value");
        if (kwh != null && value != null) {
            throw new BadValue(Category.BAD_NUMBER, "a reading has either kwh or value and unit");
        }
        if (kwh == null && value == null) {
            return null;
        }
        EnergyUnit unit = kwh == null ? unit() : EnergyUnit.KWH;
        SignRule sign = row.cell("direction") == null ? SIGNED : NAMED;
        try {
            Energy energy = unit.energy(Numbers.POINT.read(kwh == null ? text("value") : kwh));
            return sign.signed(energy, text("direction"));
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean mayBeAbsent(GasDay day) {
        return false;
    }

    @Override
    public String quality() {
        return text("quality");
    }

    private EnergyUnit unit() throws BadValue {
        try {
            return EnergyUnit.named(text("unit"));
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_UNIT, String.valueOf(e.getMessage()));
        }
    }

    private String text(String field) {
        return Objects.requireNonNullElse(row.cell(field), "");
    }
}
