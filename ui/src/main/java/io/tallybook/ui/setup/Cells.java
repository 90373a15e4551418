package io.tallybook.ui.setup;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.report.setup.SetupRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

/** Reads the cells of a row; what a cell should have said is in the sentence. */
final class Cells {
    private Cells() {}

    static ZoneId zone(SetupRow row) {
        try {
            return ZoneId.of(row.cell("Time zone"));
        } catch (DateTimeException e) {
            throw new Invalid("'Time zone' is written like Europe/Copenhagen");
        }
    }

    static LocalTime time(SetupRow row, String heading) {
        try {
            return LocalTime.parse(row.cell(heading));
        } catch (DateTimeException e) {
            throw new Invalid("'" + heading + "' is written like 06:00");
        }
    }

    static BigDecimal number(SetupRow row, String heading) {
        try {
            return new BigDecimal(row.cell(heading));
        } catch (NumberFormatException e) {
            throw new Invalid("'" + heading + "' is a number with a decimal point");
        }
    }

    static int whole(SetupRow row, String heading) {
        return whole(row, heading, row.cell(heading));
    }

    static int whole(SetupRow row, String heading, String otherwise) {
        try {
            return Integer.parseInt(row.cell(heading, otherwise));
        } catch (NumberFormatException e) {
            throw new Invalid("'" + heading + "' is a whole number");
        }
    }

    static <E extends Enum<E>> E choice(SetupRow row, String heading, Class<E> type) {
        return choice(heading, row.cell(heading), type);
    }

    static <E extends Enum<E>> E choice(String heading, String text, Class<E> type) {
        String wanted = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Invalid("'" + heading + "' is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())
                        + ", not '" + text + "'"));
    }

    static AccountingPeriod period(SetupRow row, String heading) {
        return new AccountingPeriod(row.cell(heading));
    }

    static LocalDate date(SetupRow row) {
        try {
            return LocalDate.parse(row.cell("Date"));
        } catch (DateTimeException e) {
            throw new Invalid("'Date' is written like 2026-12-25");
        }
    }
}
