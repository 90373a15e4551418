package io.tallybook.ui.setup;

import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.EventReader;
import io.tallybook.intake.setup.SetupProposals;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows that a file or a named source brings, proposed as a person's are. */
@Component
class BroughtRows implements SetupProposals {
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);

    private final Proposals proposals;
    private final SetupKnown known;
    private final EventReader log;
    private final ViewProgress views;

    BroughtRows(Proposals proposals, SetupKnown known, EventReader log, ViewProgress views) {
        this.proposals = proposals;
        this.known = known;
        this.log = log;
        this.views = views;
    }

    @Override
    public void check(String sheet, Set<String> headings) {
        List<String> there =
                sheet(sheet).headings().stream().map(SetupSheet.Heading::name).toList();
        headings.forEach(heading -> Invalid.unless(
                there.contains(heading),
                "the sheet " + sheet + " has no heading '" + heading + "' but " + String.join(", ", there)));
    }

    @Override
    public List<Fate> propose(Proposal proposal, Caller caller) {
        // what was approved a moment ago stands too
        views.await(log.head(), KNOWN_WITHIN);
        List<SetupRow> rows = proposal.rows().stream().map(BroughtRows::row).toList();
        List<SetupRow> all = new ArrayList<>(rows);
        if (!proposal.whole()) {
            all.addAll(beside(rows));
        }
        Proposals.Result result = proposals.brought(all, proposal.reason(), proposal.by(), caller);
        Map<SetupRow, Proposals.Fate> fates =
                result.rows().stream().collect(Collectors.toMap(Proposals.Fate::row, fate -> fate, (a, b) -> a));
        boolean again = result.answer() != null && result.answer().outcome() == Outcome.UNCHANGED;
        return rows.stream().map(row -> fate(fates.get(row), again)).toList();
    }

    private static Fate fate(Proposals.@Nullable Fate fate, boolean again) {
        if (fate == null) {
            return new Fate(Standing.NOT_TAKEN, "nothing was made of it");
        }
        return switch (fate.standing()) {
            case NEW, PROPOSED -> new Fate(again ? Standing.UNCHANGED : Standing.PROPOSED, "");
            case UNCHANGED -> new Fate(Standing.UNCHANGED, "");
            case FORBIDDEN -> new Fate(Standing.NOT_TAKEN, "who brings it may not propose such rows");
            case INVALID, REFUSED ->
                new Fate(
                        Standing.NOT_TAKEN,
                        fate.sentence().isEmpty() ? "the row it goes with is not right" : fate.sentence());
        };
    }

    /** What stands of the things that the rows name, and none of them says otherwise. */
    private List<SetupRow> beside(List<SetupRow> rows) {
        Set<List<String>> bonds = new HashSet<>();
        Set<List<String>> told = new HashSet<>();
        rows.stream().filter(row -> !row.sheet().together().isEmpty()).forEach(row -> {
            bonds.add(SetupStanding.bond(row));
            told.add(thing(row));
        });
        return known.rows().entrySet().stream()
                .filter(sheet -> !sheet.getKey().together().isEmpty())
                .flatMap(sheet -> sheet.getValue().stream().map(cells -> ChangeContent.row(sheet.getKey(), 0, cells)))
                .filter(row -> bonds.contains(SetupStanding.bond(row)) && !told.contains(thing(row)))
                .toList();
    }

    private static List<String> thing(SetupRow row) {
        List<String> thing = new ArrayList<>(List.of(row.sheet().title()));
        Stream.concat(row.sheet().key().stream(), row.sheet().effective().stream())
                .forEach(heading -> thing.add(row.cell(heading, "")));
        return thing;
    }

    private static SetupRow row(SheetRow brought) {
        SetupSheet sheet = sheet(brought.sheet());
        Map<String, String> cells = new TreeMap<>(brought.cells());
        if (sheet == SetupSheet.HOLIDAYS && cells.containsKey("Date")) {
            cells.putIfAbsent("Year", cells.get("Date").split("-", 2)[0]);
        }
        return new SetupRow(sheet, brought.line(), cells);
    }

    private static SetupSheet sheet(String title) {
        return Stream.of(SetupSheet.values())
                .filter(sheet -> sheet.title().equals(title) && sheet != SetupSheet.USERS)
                .findFirst()
                .orElseThrow(() -> new Invalid("the set-up has no sheet '" + title + "'"));
    }
}
