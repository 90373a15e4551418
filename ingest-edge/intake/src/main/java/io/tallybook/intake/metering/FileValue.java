package io.tallybook.intake.metering;

import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.EnergyUnit;
import io.tallybook.intake.profile.Moment;
import io.tallybook.intake.profile.QuantityProfile;
import io.tallybook.intake.profile.SignRule;
import io.tallybook.intake.row.Row;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a file's row.
 *
 * @param valueField the column it stands in
 * @param written the point as the file calls it
 * @param field see {@link Candidate#field}
 */
record FileValue(
        QuantityProfile profile,
        Row.Good row,
        String valueField,
        String written,
        String field,
        String point,
        Moment moment)
        implements Candidate {
    @Override
    public int line() {
        return row.line();
    }

    @Override
    public String raw() {
        return row.raw();
    }

    @Override
    public @Nullable Energy energy() throws BadValue {
        String text = row.cell(valueField);
        if (text == null || profile.nulls().isNull(text)) {
            return null;
        }
        BigDecimal number = profile.numbers().read(text);
        EnergyUnit unit = unit();
        try {
            return profile.sign().signed(unit.energy(number), direction());
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean mayBeAbsent(GasDay day) {
        return profile.nulls().allows(written, day);
    }

    @Override
    public String quality() {
        return Objects.requireNonNullElse(row.cell(profile.qualityField()), "");
    }

    private EnergyUnit unit() throws BadValue {
        String field = profile.unitField();
        if (field == null) {
            return profile.unit();
        }
        try {
            return EnergyUnit.named(
                    Objects.requireNonNullElse(row.cell(field), "").strip());
        } catch (Invalid e) {
            throw new BadValue(Category.BAD_UNIT, String.valueOf(e.getMessage()));
        }
    }

    private String direction() {
        return profile.sign() instanceof SignRule.Column column
                ? Objects.requireNonNullElse(row.cell(column.field()), "").strip()
                : "";
    }
}
