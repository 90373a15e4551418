package io.tallybook.ui.setup;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.messages.Command;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Outcome;
import io.tallybook.messages.Role;
import io.tallybook.messages.access.AccessCommand.GrantAccess;
import io.tallybook.query.ViewProgress;
import io.tallybook.report.setup.SetupBook;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.access.Identities;
import io.tallybook.ui.access.Installation;
import io.tallybook.ui.access.Passwords;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a set-up workbook in, row by row, through the one door; a row that fails stops no other. */
@Component
public class SetupImport {
    /** The workbook's media type. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

    private final SetupKnown known;
    private final CommandDoor door;
    private final Identities identities;
    private final Installation installation;
    private final ViewProgress views;
    private final Clock clock;

    SetupImport(
            SetupKnown known,
            CommandDoor door,
            Identities identities,
            Installation installation,
            ViewProgress views,
            Clock clock) {
        this.known = known;
        this.door = door;
        this.identities = identities;
        this.installation = installation;
        this.views = views;
        this.clock = clock;
    }

    /**
     * What became of a row.
     *
     * @param what the row's first cell
     * @param outcome of its order; UNCHANGED also when the system has the row already; null when it was only checked and nothing
     *     stands against it so far
     * @param sentence why not, empty when it was taken
     * @param password of a new user, told this once; null otherwise
     */
    public record Taken(
            String sheet,
            int line,
            String what,
            @Nullable Outcome outcome,
            String sentence,
            @Nullable String password) {
        public boolean done() {
            return outcome == null || outcome == Outcome.ACCEPTED || outcome == Outcome.UNCHANGED;
        }
    }

    /** The workbook with everything that is set up; users only for an Admin. */
    public byte[] workbook(Caller caller) {
        return SetupBook.write(rows(caller), clock.instant());
    }

    /** Users are for an Admin: not even by UNCHANGED does anybody else learn of them. */
    private Map<SetupSheet, List<List<String>>> rows(Caller caller) {
        Map<SetupSheet, List<List<String>>> rows = new HashMap<>(known.rows());
        if (!caller.roles().contains(Role.ADMIN)) {
            rows.remove(SetupSheet.USERS);
        }
        return rows;
    }

    /**
     * Takes every row in.
     *
     * @param check only reads and tells what is there, what is new, not right or not for these roles; nothing is written. What an
     *     order would come to only the order tells
     * @throws SetupBook.Unreadable when the file is no such workbook
     */
    public List<Taken> take(InputStream workbook, boolean check, Caller caller) {
        List<SetupRow> rows = SetupBook.read(workbook);
        Set<List<String>> there = standing(caller);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SetupOrders orders = new SetupOrders(rows, caller.person(), at, installation.isDemo());
        List<Taken> taken = new ArrayList<>();
        long position = -1;
        for (SetupRow row : rows) {
            List<Command> wanted;
            try {
                wanted = orders.of(row);
            } catch (Invalid e) {
                taken.add(taken(row, Outcome.INVALID, e.getMessage() + "."));
                continue;
            }
            if (wanted.isEmpty()) {
                continue; // taken along by another row
            }
            if (isThere(row, rows, there)) {
                taken.add(taken(row, Outcome.UNCHANGED, ""));
                continue;
            }
            if (check) {
                taken.add(taken(row, wanted.stream().allMatch(caller::maySend) ? null : Outcome.FORBIDDEN, ""));
                continue;
            }
            Answer answer = give(wanted, caller);
            position = Math.max(position, answer.position());
            taken.add(
                    answer.done() && row.sheet() == SetupSheet.USERS
                            ? withPassword(row, (GrantAccess) wanted.getFirst(), answer)
                            : taken(row, answer.outcome(), answer.done() ? "" : answer.sentence()));
        }
        if (position >= 0) {
            views.await(position, SHOWN_WITHIN);
        }
        return taken;
    }

    private Answer give(List<Command> wanted, Caller caller) {
        Answer last = door.send(wanted.getFirst(), caller);
        for (Command next : wanted.subList(1, wanted.size())) {
            if (!last.done()) {
                return last;
            }
            Answer answer = door.send(next, caller);
            last = answer.done() && answer.outcome() == Outcome.UNCHANGED ? last : answer;
        }
        return last;
    }

    /** Every row the caller may know of as one list, its sheet before its cells. */
    private Set<List<String>> standing(Caller caller) {
        Set<List<String>> standing = new HashSet<>();
        rows(caller).forEach((sheet, rows) -> rows.forEach(cells -> standing.add(key(sheet, cells))));
        return standing;
    }

    private static List<String> key(SetupSheet sheet, List<String> cells) {
        List<String> key = new ArrayList<>(List.of(sheet.title()));
        for (int i = 0; i < cells.size(); i++) {
            // why a calendar was opened is in the log, and no part of what stands
            boolean reason = sheet.headings().get(i).name().equals("Reason");
            boolean empty = sheet == SetupSheet.SHARES && SetupShares.isSaidByEmpty(cells.get(i));
            key.add(reason || empty ? "" : plain(cells.get(i)));
        }
        return key;
    }

    /** 0.6 is 0.60000000. */
    private static String plain(String cell) {
        return cell.matches("-?\\d{1,30}(\\.\\d{1,30})?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    /** A row is there when the system has it as it stands, and a contract or map with everything it takes along. */
    private static boolean isThere(SetupRow row, List<SetupRow> rows, Set<List<String>> there) {
        return rows.stream()
                .filter(each -> each == row || takesAlong(row, each))
                .allMatch(each -> there.contains(key(each.sheet(), cells(each))));
    }

    private static boolean takesAlong(SetupRow row, SetupRow other) {
        return switch (row.sheet()) {
            case CONTRACTS ->
                other.sheet() == SetupSheet.SHARES
                        && same(row, other, "Contract")
                        && same(row, other, "Effective from");
            case ACCOUNTS -> other.sheet() == SetupSheet.ACCOUNTS && same(row, other, "Account map");
            default -> false;
        };
    }

    private static boolean same(SetupRow one, SetupRow other, String heading) {
        return one.cell(heading, "").equals(other.cell(heading, ""));
    }

    private static List<String> cells(SetupRow row) {
        return row.sheet().headings().stream()
                .map(heading -> row.cell(heading.name(), ""))
                .toList();
    }

    private Taken withPassword(SetupRow row, GrantAccess grant, Answer answer) {
        if (identities.has(grant.user())) {
            return taken(row, answer.outcome(), "");
        }
        String password = Passwords.make();
        identities.put(
                grant.user(), grant.person(), row.cell("Name", grant.user().value()), password);
        return new Taken(row.sheet().title(), row.line(), grant.user().value(), answer.outcome(), "", password);
    }

    private static Taken taken(SetupRow row, @Nullable Outcome outcome, String sentence) {
        String what = row.cell(row.sheet().headings().getFirst().name(), "");
        return new Taken(row.sheet().title(), row.line(), what, outcome, sentence, null);
    }
}
