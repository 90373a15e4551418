package io.tallybook.intake.profile;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.erp.ErpPeriodState;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of the ERP's periods: a row per period.
 *
 * @param group whose journals go there
 * @param month how a period is written
 * @param states what the words of the state's column mean
 */
public record PeriodProfile(
        String name,
        FileFormat format,
        CloseGroup group,
        String periodField,
        DateTimeFormatter month,
        String stateField,
        Map<String, ErpPeriodState> states)
        implements Profile {
    public PeriodProfile {
        states = Map.copyOf(states);
    }

    /** @throws BadValue when the text is no month */
    public AccountingPeriod period(@Nullable String text) throws BadValue {
        String written = text == null ? "" : text.strip();
        try {
            return new AccountingPeriod(YearMonth.parse(written, month).toString());
        } catch (DateTimeException e) {
            throw new BadValue(
                    Category.BAD_TIME, BadValue.quoted(written) + " is not a period as the profile writes it");
        }
    }

    /** @throws BadValue when no state is written so */
    public ErpPeriodState state(@Nullable String text) throws BadValue {
        String word = text == null ? "" : text.strip();
        ErpPeriodState state = states.get(word);
        if (state == null) {
            throw new BadValue(Category.UNREADABLE, BadValue.quoted(word) + " is no state the profile knows");
        }
        return state;
    }
}
