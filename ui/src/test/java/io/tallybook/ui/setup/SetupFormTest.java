package io.tallybook.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupFormTest {
    @Test
    void aPointIsOneRowWithItsVersionCountedNotAsked() {
        SetupForm form = SetupForm.of(SetupSheet.POINTS, Map.of("Point", "inlet"), List.of());
        assertThat(form.fields())
                .extracting(SetupForm.Field::heading)
                .contains("Point", "Role")
                .doesNotContain("Version");
        assertThat(form.lines()).isEmpty();

        List<SetupRow> rows = SetupForm.rows(
                SetupSheet.POINTS, Map.of("f-setup-point", " inlet ", "f-setup-role", "FLOW", "f-setup-name", ""), 3);

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsOnly(
                                Map.entry("Point", "inlet"), Map.entry("Role", "FLOW"), Map.entry("Version", "3")));
    }

    @Test
    void aContractGoesWithTheSharesSomebodyHasTyped() {
        List<SetupRow> rows = SetupForm.rows(
                SetupSheet.CONTRACTS,
                Map.of(
                        "f-setup-contract", "alpha-1",
                        "f-setup-effective-from", "2026-01",
                        "l0-setup-point", "inlet",
                        "l0-setup-direction", "RECEIPT",
                        "l0-setup-share", "0.6",
                        "l1-setup-point", "outlet",
                        "l1-setup-direction", "RECEIPT",
                        "l1-setup-share", " "),
                1);

        assertThat(rows).extracting(SetupRow::sheet).containsExactly(SetupSheet.CONTRACTS, SetupSheet.SHARES);
        assertThat(rows.getLast().cells())
                .containsOnly(
                        Map.entry("Contract", "alpha-1"),
                        Map.entry("Effective from", "2026-01"),
                        Map.entry("Point", "inlet"),
                        Map.entry("Direction", "RECEIPT"),
                        Map.entry("Share", "0.6"));
    }

    @Test
    void aYearWithoutAHolidayIsItsOwnRow() {
        Map<String, String> year = Map.of("f-setup-close-group", "north", "f-setup-year", "2026");

        assertThat(SetupForm.rows(SetupSheet.HOLIDAYS, year, 1))
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsOnly(Map.entry("Close group", "north"), Map.entry("Year", "2026")));
    }

    @Test
    void holdsAsManyLinesAsAContractMayHaveSharesAndNotOneMore() {
        List<Map<String, String>> many = Collections.nCopies(SetupForm.MOST_LINES + 1, Map.of("Share", "0.1"));

        assertThat(SetupForm.of(SetupSheet.CONTRACTS, Map.of(), many).lines()).hasSize(SetupForm.MOST_LINES);
    }
}
