package io.tallybook.intake.setup;

import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.SetupProfile;
import io.tallybook.intake.profile.SetupProfile.SheetRule;
import io.tallybook.intake.row.FileProgress;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.intake.setup.SetupProposals.Proposal;
import io.tallybook.intake.setup.SetupProposals.SheetRow;
import io.tallybook.messages.PersonId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of configuration; whole or not at all: half a list of accounts would be another list. */
public final class SetupFileImport {
    /** Rows one delivery may propose. */
    static final int MAX_ROWS = 10_000;

    private final SetupProfile profile;
    private final Run run;
    private final Tally tally;
    private final DeadLetters deadLetters;
    private final Map<SheetRow, String> wanted = new LinkedHashMap<>();
    private final Set<Map.Entry<String, Map<String, String>>> told = new HashSet<>();

    private SetupFileImport(SetupProfile profile, Run run, Tally tally) {
        this.profile = profile;
        this.run = run;
        this.tally = tally;
        this.deadLetters = new DeadLetters(run, tally);
    }

    /**
     * @param by in whose name it is proposed
     * @throws UnreadableFile when the file is broken; nothing of it is proposed then
     */
    public static void run(
            SetupProfile profile,
            Rows rows,
            Run run,
            SetupProposals proposals,
            PersonId by,
            Tally tally,
            FileProgress progress)
            throws IOException {
        SetupFileImport setup = new SetupFileImport(profile, run, tally);
        setup.checkColumns(rows.columns());
        for (Row row = rows.next(); row != null; row = rows.next()) {
            progress.read(row.line());
            setup.take(row);
        }
        setup.propose(proposals, by);
        setup.deadLetters.send();
    }

    private void take(Row row) throws UnreadableFile {
        try {
            switch (row) {
                case Row.Bad bad -> throw new BadValue(Category.UNREADABLE, bad.reason());
                case Row.Good good -> {
                    for (SheetRule sheet : profile.sheets()) {
                        take(sheet, good);
                    }
                }
            }
        } catch (BadValue bad) {
            deadLetters.row(row.line(), 1, bad, row.raw());
        }
    }

    /** A row of the file may say the same thing of one sheet many times over, such as the contract of each of its shares. */
    private void take(SheetRule sheet, Row.Good row) throws BadValue, UnreadableFile {
        Optional<Map<String, String>> cells = sheet.cells(row::cell, profile.nulls(), profile.numbers());
        if (cells.isEmpty()) {
            tally.count(row.line(), Fate.ABSENT, 1, null);
            return;
        }
        if (wanted.size() >= MAX_ROWS) {
            throw new UnreadableFile("the file has more than " + MAX_ROWS + " rows of the set-up");
        }
        if (!told.add(Map.entry(sheet.sheet(), cells.get()))) {
            tally.count(row.line(), Fate.DUPLICATE, 1, null);
        } else {
            wanted.put(new SheetRow(sheet.sheet(), row.line(), cells.get()), row.raw());
        }
    }

    private void propose(SetupProposals proposals, PersonId by) {
        if (wanted.isEmpty()) {
            return;
        }
        List<SheetRow> rows = new ArrayList<>(wanted.keySet());
        String reason = "brought by " + run.source().name() + ", read by " + profile.name();
        List<SetupProposals.Fate> fates =
                proposals.propose(new Proposal(rows, profile.whole(), reason, by), run.caller());
        for (int i = 0; i < rows.size(); i++) {
            SheetRow row = rows.get(i);
            SetupProposals.Fate fate = fates.get(i);
            switch (fate.standing()) {
                case PROPOSED -> tally.count(row.line(), Fate.ACCEPTED, 1, null);
                case UNCHANGED -> tally.count(row.line(), Fate.UNCHANGED, 1, null);
                case NOT_TAKEN ->
                    deadLetters.value(
                            row.line(),
                            field(row.sheet()),
                            new BadValue(Category.REFUSED, row.sheet() + ": " + fate.sentence()),
                            wanted.getOrDefault(row, ""),
                            null,
                            null);
            }
        }
    }

    private static String field(String sheet) {
        return sheet.replaceAll("[^A-Za-z0-9]", "-");
    }

    private void checkColumns(List<String> columns) throws UnreadableFile {
        Set<String> missing = new LinkedHashSet<>();
        profile.sheets().forEach(sheet -> missing.addAll(sheet.columns().values()));
        missing.removeAll(columns);
        if (!columns.isEmpty() && !missing.isEmpty()) {
            throw new UnreadableFile("the header has no column '" + String.join("', '", missing) + "'");
        }
    }
}
