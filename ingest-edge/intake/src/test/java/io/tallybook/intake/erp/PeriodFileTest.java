package io.tallybook.intake.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.intake.House;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.erp.ErpPeriodsEvent.ErpPeriodTold;
import io.tallybook.messages.intake.ImportCounts;
import org.junit.jupiter.api.Test;

/** The ERP's periods from a file. */
class PeriodFileTest {
    private static final House HOUSE = House.shared();
    private static final String PROFILE = """
            name: periods
            kind: erp-periods
            delimiter: ;
            group: period-file
            period: {field: Periode, pattern: MM.uuuu}
            state: Status
            open: [O, offen]
            closed: [C]
            """;

    private final long before = HOUSE.log().head();

    @Test
    void tellsEachPeriodOnceAndAgainWhenTheErpChangesItsMind() {
        String file = "Periode;Status\n09.2024;C\n10.2024;O\n10.2024;offen\n";

        assertThat(HOUSE.run(Profiles.parse(PROFILE), file).counts())
                .isEqualTo(new ImportCounts(3, 2, 0, 0, 0, 1, 0, 0));
        assertThat(HOUSE.run(Profiles.parse(PROFILE), file).counts())
                .isEqualTo(new ImportCounts(3, 0, 2, 0, 0, 1, 0, 0));
        assertThat(HOUSE.run(
                                Profiles.parse(PROFILE),
                                file.replace(";O\n", ";C\n").replace(";offen", ";C"))
                        .counts())
                .isEqualTo(new ImportCounts(3, 1, 1, 0, 0, 1, 0, 0));
        assertThat(HOUSE.events(ErpPeriodTold.class, before))
                .extracting(told -> told.books() + " " + told.period() + " " + told.state() + " " + told.line())
                .containsExactly(
                        "erp-periods:period-file 2024-09 CLOSED 2",
                        "erp-periods:period-file 2024-10 OPEN 3",
                        "erp-periods:period-file 2024-10 CLOSED 3");
    }

    @Test
    void whatIsNoPeriodOrNoStateOrSaysBothIsADeadLetter() {
        String file = "Periode;Status\n13.2024;C\n11.2024;X\n12.2024;O\n12.2024;C\n2024-12;O\n";

        assertThat(HOUSE.run(Profiles.parse(PROFILE), file).counts())
                .isEqualTo(new ImportCounts(5, 1, 0, 0, 0, 0, 0, 4));
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(DeadLetterReceived::category)
                .containsExactlyInAnyOrder("BAD_TIME", "UNREADABLE", "DUPLICATE", "BAD_TIME");
    }

    @Test
    void aProfileNamesItsMistakes() {
        assertThatThrownBy(() -> Profiles.parse(PROFILE.replace("closed: [C]", "closed: [O]")))
                .hasMessageContaining("'O' cannot mean both");
        assertThatThrownBy(() -> Profiles.parse(PROFILE.replace("uuuu", "yyyy")))
                .hasMessageContaining("a year is written uuuu");
        assertThatThrownBy(() -> Profiles.parse(PROFILE.replace("open: [O, offen]\n", "")))
                .hasMessageContaining("at least one word");
    }
}
