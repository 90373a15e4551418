package io.tallybook.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.setup.ChangeContent.Line.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeContentTest {
    private static final Map<SetupSheet, List<List<String>>> KNOWN = Map.of(
            SetupSheet.SHIPPERS,
            List.of(List.of("alpha", "Alpha")),
            SetupSheet.CONTRACTS,
            List.of(terms("2026-01"), terms("2026-05")),
            SetupSheet.SHARES,
            List.of(share("2026-01", "0.60000000"), share("2026-05", "0.5")),
            SetupSheet.HOLIDAYS,
            List.of(
                    List.of("north", "2026", "2026-12-25", "Christmas"),
                    List.of("north", "2026", "2026-12-26", "Boxing")));

    @Test
    void theSameRowsAreTheSameBytesAndReadBackAsTheyWere() {
        ChangeContent content =
                content(row(SetupSheet.SHIPPERS, "alpha", "Alpha Gas"), row(SetupSheet.SHIPPERS, "beta", "Beta"));

        assertThat(content.bytes())
                .isEqualTo(content(
                                row(SetupSheet.SHIPPERS, "alpha", "Alpha Gas"),
                                row(SetupSheet.SHIPPERS, "beta", "Beta"))
                        .bytes());
        assertThat(ChangeContent.read(content.bytes())).isEqualTo(content);
    }

    @Test
    void aRowStandsBesideWhatHeldForTheSameThingNoLater() {
        ChangeContent content = content(
                row(SetupSheet.SHIPPERS, "beta", "Beta"),
                ChangeContent.row(SetupSheet.SHARES, 1, share("2026-04", "0.7")),
                ChangeContent.row(SetupSheet.SHARES, 2, share("2026-06", "0.7")),
                ChangeContent.row(SetupSheet.SHARES, 3, share("2025-12", "0.7")));

        assertThat(content.lines().get(0).before()).isNull();
        assertThat(content.lines().get(1).before()).containsEntry("Share", "0.60000000");
        assertThat(content.lines().get(2).before()).containsEntry("Share", "0.5");
        assertThat(content.lines().get(3).before()).as("nothing held so early").isNull();
        assertThat(content.lines().get(1).differences().stream().filter(Difference::changed))
                .containsExactly(
                        new Difference("Effective from", "2026-01", "2026-04"),
                        new Difference("Share", "0.60000000", "0.7"));
    }

    @Test
    void rowsThatGoTogetherStandOnlyWithNotOneMoreAndNotOneLess() {
        SetupRow christmas = row(SetupSheet.HOLIDAYS, "north", "2026", "2026-12-25", "Christmas");
        SetupRow boxing = row(SetupSheet.HOLIDAYS, "north", "2026", "2026-12-26", "Boxing");
        SetupRow none = row(SetupSheet.HOLIDAYS, "north", "2026");

        assertThat(stands(christmas, List.of(christmas, boxing))).isTrue();
        assertThat(stands(christmas, List.of(christmas))).as("a holiday less").isFalse();
        assertThat(stands(none, List.of(none))).as("no holiday any more").isFalse();
        SetupRow never = row(SetupSheet.HOLIDAYS, "north", "2027");
        assertThat(stands(never, List.of(never))).as("it never had any").isTrue();
    }

    @Test
    void aContractStandsWithItsSharesWhateverTheirDigits() {
        SetupRow contract = ChangeContent.row(SetupSheet.CONTRACTS, 1, terms("2026-01"));
        SetupRow share = ChangeContent.row(SetupSheet.SHARES, 2, share("2026-01", "0.6"));
        SetupRow another = ChangeContent.row(SetupSheet.SHARES, 2, share("2026-01", "0.61"));

        assertThat(stands(contract, List.of(contract, share))).isTrue();
        assertThat(stands(contract, List.of(contract, another))).isFalse();
        assertThat(stands(contract, List.of(contract))).isFalse();
    }

    private static boolean stands(SetupRow row, List<SetupRow> rows) {
        return new SetupStanding(KNOWN, rows).has(row);
    }

    private static ChangeContent content(SetupRow... rows) {
        return ChangeContent.of(List.of(), List.of(rows), KNOWN);
    }

    private static SetupRow row(SetupSheet sheet, String... cells) {
        return ChangeContent.row(sheet, 1, List.of(cells));
    }

    private static List<String> terms(String from) {
        return List.of("alpha-1", "north", "system", "alpha", from, "hub", "NONE", "0", "EUR");
    }

    private static List<String> share(String from, String share) {
        return List.of("alpha-1", from, "inlet", "RECEIPT", share);
    }
}
