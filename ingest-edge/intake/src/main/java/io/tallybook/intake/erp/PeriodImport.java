package io.tallybook.intake.erp;

import io.tallybook.intake.delivery.Courier;
import io.tallybook.intake.delivery.DeadLetters;
import io.tallybook.intake.delivery.Delivered;
import io.tallybook.intake.delivery.Fate;
import io.tallybook.intake.delivery.Run;
import io.tallybook.intake.delivery.Tally;
import io.tallybook.intake.profile.BadValue;
import io.tallybook.intake.profile.Category;
import io.tallybook.intake.profile.PeriodProfile;
import io.tallybook.intake.row.FileProgress;
import io.tallybook.intake.row.Row;
import io.tallybook.intake.row.Rows;
import io.tallybook.intake.row.UnreadableFile;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ErpPeriodsId;
import io.tallybook.messages.erp.ErpPeriodState;
import io.tallybook.messages.erp.ErpPeriodsCommand.TellErpPeriod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of the ERP's periods by its profile. */
public final class PeriodImport {
    private final PeriodProfile profile;
    private final Run run;
    private final Tally tally;
    private final DeadLetters deadLetters;
    private final Map<AccountingPeriod, ErpPeriodState> seen = new HashMap<>();
    private final List<TellErpPeriod> waiting = new ArrayList<>();

    private PeriodImport(PeriodProfile profile, Run run, Tally tally) {
        this.profile = profile;
        this.run = run;
        this.tally = tally;
        this.deadLetters = new DeadLetters(run, tally);
    }

    /** @throws UnreadableFile when the rest cannot be read; what came before is taken */
    public static void run(PeriodProfile profile, Rows rows, Run run, Tally tally, FileProgress progress)
            throws IOException {
        PeriodImport periods = new PeriodImport(profile, run, tally);
        try {
            periods.checkColumns(rows.columns());
            for (Row row = rows.next(); row != null; row = rows.next()) {
                progress.read(row.line());
                periods.take(row);
            }
        } catch (UnreadableFile e) {
            periods.finish();
            throw e;
        }
        periods.finish();
    }

    private void take(Row row) {
        try {
            switch (row) {
                case Row.Bad bad -> throw new BadValue(Category.UNREADABLE, bad.reason());
                case Row.Good good -> take(good);
            }
        } catch (BadValue bad) {
            deadLetters.row(row.line(), 1, bad, row.raw());
        }
    }

    private void take(Row.Good row) throws BadValue {
        AccountingPeriod period = profile.period(row.cell(profile.periodField()));
        ErpPeriodState state = profile.state(row.cell(profile.stateField()));
        ErpPeriodState before = seen.putIfAbsent(period, state);
        if (before == state) {
            tally.count(row.line(), Fate.DUPLICATE, 1, null);
            return;
        }
        if (before != null) {
            throw new BadValue(
                    Category.DUPLICATE,
                    "the period " + period.value() + " came before in this file as " + before
                            + "; the first one counts");
        }
        waiting.add(new TellErpPeriod(
                ErpPeriodsId.of(profile.group()), period, state, run.source(), row.line(), run.by(), run.at()));
        if (waiting.size() >= Courier.CHUNK) {
            send();
        }
    }

    private void send() {
        List<Delivered> delivered = run.courier().send(waiting, run.caller());
        for (int i = 0; i < waiting.size(); i++) {
            boolean news = !delivered.get(i).events().isEmpty();
            tally.count(waiting.get(i).line(), news ? Fate.ACCEPTED : Fate.UNCHANGED, 1, null);
        }
        waiting.clear();
    }

    private void finish() {
        if (!waiting.isEmpty()) {
            send();
        }
        deadLetters.send();
    }

    private void checkColumns(List<String> columns) throws UnreadableFile {
        Set<String> missing = new LinkedHashSet<>(List.of(profile.periodField(), profile.stateField()));
        missing.removeAll(columns);
        if (!columns.isEmpty() && !missing.isEmpty()) {
            throw new UnreadableFile("the header has no column '" + String.join("', '", missing) + "'");
        }
    }
}
