package io.tallybook.ui.setup;

import io.tallybook.eventlog.Answer;
import io.tallybook.eventlog.Caller;
import io.tallybook.eventlog.CommandDoor;
import io.tallybook.eventlog.EventReader;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.eventlog.StoredEvent;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.ChangeId;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Event;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Role;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.change.ChangeEvent.ChangeApproved;
import io.tallybook.messages.change.ChangeEvent.ChangeCompleted;
import io.tallybook.messages.change.ChangeEvent.ChangeRejected;
import io.tallybook.messages.change.SheetRows;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.access.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way configuration changes: rows become a change, which another person approves (ADR 15). */
@Component
public class Proposals {
    /** Nobody rejects the same rows of one person that often. */
    private static final int MOST_TURNS = 1000;

    private final SetupKnown known;
    private final CommandDoor door;
    private final EventReader log;
    private final ObjectDirectory objects;
    private final Installation installation;
    private final Clock clock;

    Proposals(
            SetupKnown known,
            CommandDoor door,
            EventReader log,
            ObjectDirectory objects,
            Installation installation,
            Clock clock) {
        this.known = known;
        this.door = door;
        this.log = log;
        this.objects = objects;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * What rows came to.
     *
     * @param rows each row's fate, sheet after sheet; a row that another takes along has its fate
     * @param change the change with the rows that would be new; null when there is none, or it was only asked
     * @param answer what became of the proposal; null when none was made
     */
    public record Result(
            List<Fate> rows,
            @Nullable ChangeId change,
            @Nullable Sha256 content,
            @Nullable Answer answer) {}

    /** Where a row stands. */
    public enum Standing {
        /** Would be new; nothing stands against it so far. */
        NEW,
        PROPOSED,
        /** The system has it as it is. */
        UNCHANGED,
        INVALID,
        /** Not for this person's roles. */
        FORBIDDEN,
        /** The proposal itself was refused. */
        REFUSED
    }

    /** A row and where it stands, with the sentence when something stands against it. */
    public record Fate(SetupRow row, Standing standing, String sentence) {}

    /**
     * Proposes what of the rows is new.
     *
     * @param reason why, in the person's own words
     * @param check only asks; nothing is written
     * @throws Invalid when the reason is not one
     */
    public Result propose(List<SetupRow> given, String reason, boolean check, Caller caller) {
        return result(given, reason, check, caller.person(), caller);
    }

    /**
     * Proposes what of the rows is new in the name of a person; what was decided against them stands, until something else is
     * proposed of the same things.
     */
    Result brought(List<SetupRow> given, String reason, PersonId by, Caller caller) {
        return result(given, reason, false, by, caller);
    }

    private Result result(List<SetupRow> given, String reason, boolean check, PersonId by, Caller caller) {
        // as the workbook has them: what a row needs, and what takes it along, comes before it
        List<SetupRow> rows =
                given.stream().sorted(Comparator.comparing(SetupRow::sheet)).toList();
        Map<SetupSheet, List<List<String>>> there = known.rows();
        SetupStanding standing = new SetupStanding(there, rows);
        List<String> begun = begun(rows);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SetupOrders orders = new SetupOrders(rows, begun, by, at, installation.isDemo());
        List<Fate> fates = new ArrayList<>();
        List<SetupRow> wanted = new ArrayList<>();
        Map<List<String>, Standing> leaders = new HashMap<>();
        for (SetupRow row : rows) {
            Fate fate = fate(row, orders, standing, leaders, caller);
            fates.add(fate);
            if (fate.standing() == Standing.NEW) {
                wanted.add(row);
            }
        }
        if (check || wanted.isEmpty()) {
            return new Result(fates, null, null, null);
        }
        ChangeContent content = ChangeContent.of(begun, wanted, there);
        return proposed(fates, content, reason, by, caller, at);
    }

    private static Fate fate(
            SetupRow row,
            SetupOrders orders,
            SetupStanding standing,
            Map<List<String>, Standing> leaders,
            Caller caller) {
        try {
            List<Command> wanted = orders.of(row);
            if (wanted.isEmpty()) {
                return new Fate(row, leaders.getOrDefault(SetupStanding.bond(row), Standing.INVALID), "");
            }
            boolean may = isOfTheHouse(caller) || wanted.stream().allMatch(caller::mayPropose);
            Standing stands = standing.has(row) ? Standing.UNCHANGED : may ? Standing.NEW : Standing.FORBIDDEN;
            leaders.put(SetupStanding.bond(row), stands);
            return new Fate(row, stands, "");
        } catch (Invalid e) {
            leaders.put(SetupStanding.bond(row), Standing.INVALID);
            return new Fate(row, Standing.INVALID, e.getMessage() + ".");
        }
    }

    /** A named source: its kind says which sheets it brings, who defined it stands for what they say. */
    private static boolean isOfTheHouse(Caller caller) {
        return caller.roles().contains(Role.PROCESS);
    }

    private Result proposed(
            List<Fate> fates, ChangeContent content, String reason, PersonId by, Caller caller, Instant at) {
        Sha256 hash = put(content);
        ChangeId change = id(hash, by);
        if (isOfTheHouse(caller)) {
            Optional<Fate> settled = settled(hash, by, fates.getFirst().row());
            if (settled.isPresent()) {
                return new Result(
                        with(fates, settled.get().standing(), settled.get().sentence()), null, hash, null);
            }
        }
        Answer answer = door.send(
                new ProposeChange(change, hash, counts(content), reason.strip(), by, at), caller.because(reason));
        Standing standing = answer.done() ? Standing.PROPOSED : Standing.REFUSED;
        List<Fate> told = with(fates, standing, answer.done() ? "" : answer.sentence());
        return new Result(told, answer.done() ? change : null, hash, answer);
    }

    /** The same rows proposed twice by one person are one change as long as nobody has decided it. */
    private ChangeId id(Sha256 content, PersonId by) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            ChangeId id = change(content, by, turn);
            if (log.stream(id.toString()).stream().noneMatch(stored -> isDecision(stored.event()))) {
                return id;
            }
        }
        throw new Invalid("the same rows were proposed and decided " + MOST_TURNS + " times");
    }

    private static ChangeId change(Sha256 content, PersonId by, int turn) {
        return new ChangeId(
                "c-" + Sha256.of(content + "|" + by.value() + "|" + turn).brief());
    }

    private static List<Fate> with(List<Fate> fates, Standing standing, String sentence) {
        return fates.stream()
                .map(fate -> fate.standing() == Standing.NEW ? new Fate(fate.row(), standing, sentence) : fate)
                .toList();
    }

    /** A source says the same again and again: what a person rejected, a rule refused or is on its way is not proposed anew. */
    private Optional<Fate> settled(Sha256 content, PersonId by, SetupRow row) {
        Optional<Fate> settled = Optional.empty();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<StoredEvent> told = log.stream(change(content, by, turn).toString());
            if (told.isEmpty()) {
                break;
            }
            settled = settled(told, row);
        }
        return settled;
    }

    private static Optional<Fate> settled(List<StoredEvent> told, SetupRow row) {
        Optional<Fate> settled = Optional.empty();
        for (StoredEvent stored : told) {
            settled = switch (stored.event()) {
                case ChangeRejected rejected -> Optional.of(new Fate(row, Standing.UNCHANGED, ""));
                case ChangeApproved approved -> Optional.of(new Fate(row, Standing.UNCHANGED, ""));
                case ChangeCompleted completed
                when completed.refused() > 0 ->
                    Optional.of(new Fate(
                            row,
                            Standing.REFUSED,
                            "a rule refused rows of the change "
                                    + completed.change().value() + ", which was approved"));
                case ChangeCompleted completed -> Optional.empty();
                default -> settled;
            };
        }
        return settled;
    }

    private static boolean isDecision(Event event) {
        return event instanceof ChangeApproved || event instanceof ChangeRejected;
    }

    private Sha256 put(ChangeContent content) {
        try {
            return objects.put(content.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SheetRows> counts(ChangeContent content) {
        return content.lines().stream()
                .collect(Collectors.groupingBy(ChangeContent.Line::sheet, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new SheetRows(e.getKey().name(), e.getValue().intValue()))
                .toList();
    }

    /** Streams of the rows' areas and contracts that the log has. */
    private List<String> begun(List<SetupRow> rows) {
        return rows.stream()
                .flatMap(Proposals::stream)
                .distinct()
                .filter(stream -> !log.stream(stream).isEmpty())
                .toList();
    }

    private static Stream<String> stream(SetupRow row) {
        try {
            return switch (row.sheet()) {
                case AREAS -> Stream.of(new AreaId(row.cell("Area", "")).toString());
                case CONTRACTS -> Stream.of(new ContractId(row.cell("Contract", "")).toString());
                default -> Stream.empty();
            };
        } catch (Invalid e) {
            return Stream.empty(); // its own order says so
        }
    }
}
