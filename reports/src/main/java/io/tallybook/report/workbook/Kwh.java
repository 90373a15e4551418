package io.tallybook.report.workbook;

import io.tallybook.messages.metering.DayTotal;
import io.tallybook.report.pack.CloseMonth;
import io.tallybook.report.sheet.Format;
import java.util.stream.Stream;

/**
 * How finely a month's energies are counted, which every rounded sum of the workbook follows.
 *
 * @param decimals of a kWh, 0 to 6
 */
record Kwh(int decimals) {
    static Kwh of(CloseMonth month) {
        return new Kwh(month.areas().stream()
                .flatMap(a -> a.points().stream())
                .flatMap(p -> p.days().stream())
                .flatMap(Kwh::energies)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0));
    }

    private static Stream<Integer> energies(DayTotal day) {
        return Stream.of(day.receipt().kwh().scale(), day.delivery().kwh().scale());
    }

    Format format() {
        return decimals == 0 ? Format.KWH : decimals <= 3 ? Format.KWH_PARTS : Format.FINE;
    }

    /** The formula, rounded so that binary fractions never show in a total. */
    String rounded(String formula) {
        return "ROUND(" + formula + "," + decimals + ")";
    }
}
