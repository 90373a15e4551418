package io.tallybook.ui.setup;

import io.tallybook.eventlog.Caller;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Role;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.setup.SetupBook;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.setup.Proposals.Standing;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a set-up workbook in: its users at once, everything else as one change for a second person. */
@Component
public class SetupImport {
    /** The workbook's media type. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

    private final SetupKnown known;
    private final Proposals proposals;
    private final SetupUsers users;
    private final ViewProgress views;
    private final Clock clock;

    SetupImport(SetupKnown known, Proposals proposals, SetupUsers users, ViewProgress views, Clock clock) {
        this.known = known;
        this.proposals = proposals;
        this.users = users;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What became of a workbook.
     *
     * @param change the change that now waits for a second person; null when nothing but users was new, or it was only checked
     */
    public record Taken(@Nullable String change, List<TakenRow> rows) {}

    /**
     * What became of a row.
     *
     * @param what the row's first cell
     * @param outcome NEW when it was only checked and nothing stands against it; PROPOSED; UNCHANGED when the system has it; for
     *     a user ACCEPTED; INVALID, FORBIDDEN, REFUSED and what else stands against it
     * @param sentence why not, empty when it was taken
     * @param password of a new user, told this once; null otherwise
     */
    public record TakenRow(
            String sheet,
            int line,
            String what,
            String outcome,
            String sentence,
            @Nullable String password) {
        private static final List<String> DONE = List.of(
                Standing.NEW.name(), Standing.PROPOSED.name(), Standing.UNCHANGED.name(), Outcome.ACCEPTED.name());

        public boolean done() {
            return DONE.contains(outcome);
        }

        static TakenRow of(SetupRow row, String outcome, String sentence) {
            String what = row.cell(row.sheet().headings().getFirst().name(), "");
            return new TakenRow(row.sheet().title(), row.line(), what, outcome, sentence, null);
        }

        TakenRow with(String made) {
            return new TakenRow(sheet, line, what, outcome, sentence, made);
        }
    }

    /** The workbook with everything that is set up; users only for an Admin. */
    public byte[] workbook(Caller caller) {
        Map<SetupSheet, List<List<String>>> rows = new HashMap<>(known.rows());
        if (!caller.roles().contains(Role.ADMIN)) {
            rows.remove(SetupSheet.USERS);
        }
        return SetupBook.write(rows, clock.instant());
    }

    /**
     * Takes every row in.
     *
     * @param reason why, in the person's own words
     * @param check only reads and tells what is there, what is new, not right or not for these roles; nothing is written. What an
     *     order would come to only the order tells
     * @throws SetupBook.Unreadable when the file is no such workbook
     */
    public Taken take(InputStream workbook, String reason, boolean check, Caller caller) {
        List<SetupRow> rows = SetupBook.read(workbook);
        Proposals.Result result = proposals.propose(
                rows.stream().filter(row -> row.sheet() != SetupSheet.USERS).toList(), reason, check, caller);
        List<TakenRow> taken = new ArrayList<>(result.rows().stream()
                .map(fate -> TakenRow.of(fate.row(), fate.standing().name(), fate.sentence()))
                .toList());
        rows.stream()
                .filter(row -> row.sheet() == SetupSheet.USERS)
                .forEach(row -> taken.add(users.take(row, check, caller)));
        views.await(log(result), SHOWN_WITHIN);
        return new Taken(result.change() == null ? null : result.change().value(), taken);
    }

    private static long log(Proposals.Result result) {
        return result.answer() == null ? -1 : result.answer().position();
    }
}
