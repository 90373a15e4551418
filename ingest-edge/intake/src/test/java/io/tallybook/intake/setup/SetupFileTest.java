package io.tallybook.intake.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.intake.House;
import io.tallybook.intake.ImportSummary;
import io.tallybook.intake.Importer;
import io.tallybook.intake.profile.Profiles;
import io.tallybook.intake.source.SourceProfiles;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.deadletter.DeadLetterEvent.DeadLetterReceived;
import io.tallybook.messages.intake.ImportCounts;
import io.tallybook.messages.source.SourceKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Accounts, partners, contracts: rows for a change that somebody else approves. */
class SetupFileTest {
    private static final House HOUSE = House.shared();
    private static final String ACCOUNTS = """
            name: chart
            kind: set-up
            delimiter: ;
            sheets:
              - sheet: Accounts
                columns: {Use: Konto, Account: Konto, Account name: Text}
                fixed: {Account map: north-accounts}
                words: {Use: {'5010': GAS_PURCHASES, '4010': REVENUE}}
                only: [Use]
            """;
    private static final String CONTRACTS = """
            name: contracts
            kind: set-up
            decimal: ','
            delimiter: ;
            null-words: ['', NULL]
            sheets:
              - sheet: Contracts
                columns: {Contract: id, Shipper: who, Effective from: from}
                fixed: {Network: north, Area: system}
              - sheet: Shares
                columns: {Contract: id, Effective from: from, Point: point, Direction: way, Share: share, Rank: rank}
                words: {Direction: {E: RECEIPT, A: DELIVERY}}
                figures: [Share]
            """;

    private final long before = HOUSE.log().head();
    private final Told told = new Told();

    /** What was proposed, and what is answered to a row that names {@code nobody}. */
    private static final class Told implements SetupProposals {
        private final List<Proposal> proposals = new ArrayList<>();

        @Override
        public void check(String sheet, Set<String> headings) {
            Invalid.unless(!headings.contains("Colour"), "no such heading");
        }

        @Override
        public List<Fate> propose(Proposal proposal, Caller caller) {
            proposals.add(proposal);
            return proposal.rows().stream()
                    .map(row -> row.cells().containsValue("nobody")
                            ? new Fate(Standing.NOT_TAKEN, "no shipper nobody")
                            : row.cells().containsValue("old")
                                    ? new Fate(Standing.UNCHANGED, "")
                                    : new Fate(Standing.PROPOSED, ""))
                    .toList();
        }
    }

    @Test
    void aChartOfAccountsProposesThoseAccountsThatTheProfileHasAUseFor() {
        ImportSummary summary = run(ACCOUNTS, "Konto;Text\n5010;Gas\n1000;Kasse\n4010;Erlöse\n4010;Erlöse\n;leer\n");

        assertThat(summary.counts()).isEqualTo(new ImportCounts(5, 2, 0, 0, 0, 1, 2, 0));
        SetupProposals.Proposal proposal = told.proposals.getFirst();
        assertThat(proposal.whole()).isTrue();
        assertThat(proposal.by()).isEqualTo(House.ENGINEER.person());
        assertThat(proposal.reason()).isEqualTo("brought by file, read by chart");
        assertThat(proposal.rows())
                .extracting(SetupProposals.SheetRow::cells)
                .containsExactly(
                        Map.of(
                                "Account map", "north-accounts",
                                "Use", "GAS_PURCHASES",
                                "Account", "5010",
                                "Account name", "Gas"),
                        Map.of(
                                "Account map", "north-accounts",
                                "Use", "REVENUE",
                                "Account", "4010",
                                "Account name", "Erlöse"));
    }

    @Test
    void aRowSaysItsContractAndItsShareAndWhatIsNotTakenIsADeadLetter() {
        ImportSummary summary = run(CONTRACTS, """
                id;who;from;point;way;share;rank
                a-1;alpha;2024-10;inlet;E;0,25;NULL
                a-1;alpha;2024-10;outlet;A;1;NULL
                b-1;nobody;2024-10;inlet;E;0,75;NULL
                c-1;old;2024-10;inlet;E;0,x;NULL
                """);

        // c-1 has a sound contract and a share that is no number
        assertThat(summary.counts()).isEqualTo(new ImportCounts(4, 4, 1, 0, 0, 1, 0, 2));
        assertThat(told.proposals.getFirst().rows())
                .filteredOn(row -> row.sheet().equals("Shares"))
                .extracting(
                        row -> row.cells().get("Direction") + " " + row.cells().get("Share"))
                .containsExactly("RECEIPT 0.25", "DELIVERY 1", "RECEIPT 0.75");
        assertThat(HOUSE.events(DeadLetterReceived.class, before))
                .extracting(letter -> letter.category() + ": " + letter.reason())
                .containsExactlyInAnyOrder(
                        "BAD_NUMBER: '0,x' is not a number", "REFUSED: Contracts: no shipper nobody");
    }

    @Test
    void aBrokenFileProposesNothingOfItself() throws IOException {
        ImportSummary summary = run(ACCOUNTS, "Konto;Name\n5010;Gas\n");

        assertThat(summary.failure()).contains("no column 'Text'");
        assertThat(told.proposals).isEmpty();
    }

    @Test
    void aSourceBringsWhatItsKindIsForAndAPageIsNeverTheWhole() throws IOException {
        SourceProfiles profiles = HOUSE.bean(SourceProfiles.class);

        assertThat(profiles.keep(ACCOUNTS, SourceKind.ERP, false).name()).isEqualTo("chart");
        assertThat(profiles.keep(CONTRACTS, SourceKind.VOLUME_MANAGEMENT, false).name())
                .isEqualTo("contracts");
        assertThatThrownBy(() -> profiles.keep(ACCOUNTS, SourceKind.VOLUME_MANAGEMENT, false))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> profiles.keep(CONTRACTS, SourceKind.ERP, false))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> profiles.keep(ACCOUNTS, SourceKind.HISTORIAN, false))
                .isInstanceOf(Invalid.class);
        String paged = ACCOUNTS.replace("delimiter: ;", "format: json");
        assertThatThrownBy(() -> profiles.keep(paged, SourceKind.ERP, true)).hasMessageContaining("'brings: part'");
        assertThat(profiles.keep(paged + "brings: part\n", SourceKind.ERP, true).name())
                .isEqualTo("chart");
    }

    @Test
    void aProfileOfTheSetUpNamesItsMistakes() {
        assertThatThrownBy(() -> Profiles.parse(ACCOUNTS.replace("only: [Use]", "only: [Account]")))
                .hasMessageContaining("'Account' is none of Use");
        assertThatThrownBy(() -> Profiles.parse(ACCOUNTS.replace("{Account map:", "{Account:")))
                .hasMessageContaining("'Account' is a column already");
        assertThatThrownBy(() -> Profiles.parse("name: x\nkind: set-up\n")).hasMessageContaining("1 to 8 sheets");
    }

    private ImportSummary run(String profile, String text) {
        Importer importer =
                new Importer(HOUSE.door(), HOUSE.log(), HOUSE.bean(ObjectDirectory.class), told, Clock.systemUTC());
        try {
            return importer.run(
                    Profiles.parse(profile),
                    "file",
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    House.ENGINEER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
