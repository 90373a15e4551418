package io.tallybook.command.adjustment;

import io.tallybook.command.People;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.BookingAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.LegalHoldGranted;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.journal.JournalId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the book holds of one package: the adjustments of one cause, and where it stands. */
final class PackageState {
    enum Stage {
        /** Adjustments come in, or the preview no longer holds. */
        COLLECTING,
        CALCULATING,
        CALCULATED,
        APPROVED,
        BOOKED,
        REJECTED
    }

    final int number;
    final ImportId cause;
    private final Map<AdjustmentId, AdjustmentCollected> adjustments = new LinkedHashMap<>();
    private final Map<JournalId, BookingAsked> asked = new LinkedHashMap<>();
    private final Set<JournalId> booked = new HashSet<>();
    private Stage stage = Stage.COLLECTING;
    private int revision;
    private @Nullable PreviewParts parts;
    private @Nullable PpaCalculated calculated;
    private @Nullable LegalHoldGranted hold;
    private boolean offered;

    PackageState(int number, ImportId cause) {
        this.number = number;
        this.cause = cause;
    }

    void collect(AdjustmentCollected event) {
        adjustments.put(event.adjustment(), event);
        outdate();
    }

    void drop(AdjustmentId adjustment) {
        adjustments.remove(adjustment);
        outdate();
    }

    void outdate() {
        stage = Stage.COLLECTING;
        parts = null;
        calculated = null;
        offered = false;
    }

    void prepare(PreviewParts preview) {
        stage = Stage.CALCULATING;
        revision = preview.prepared.preview().revision();
        parts = preview;
        calculated = null;
        offered = false;
    }

    void calculate(PpaCalculated event) {
        stage = Stage.CALCULATED;
        calculated = event;
        offered = event.material();
    }

    void offer() {
        offered = true;
    }

    void hold(LegalHoldGranted event) {
        hold = event;
    }

    void approve() {
        stage = Stage.APPROVED;
    }

    void reject() {
        stage = Stage.REJECTED;
    }

    void ask(BookingAsked event) {
        asked.put(event.journal(), event);
    }

    void book(@Nullable JournalId journal) {
        if (journal != null) {
            booked.add(journal);
        }
        stage = booked.equals(asked.keySet()) ? Stage.BOOKED : stage;
    }

    boolean isAt(Stage at) {
        return stage == at;
    }

    boolean isPending() {
        return stage == Stage.COLLECTING || stage == Stage.CALCULATING || stage == Stage.CALCULATED;
    }

    /** Calculated, and too small to be booked alone. */
    boolean isHeldBack() {
        return stage == Stage.CALCULATED && !offered;
    }

    boolean hasAsked() {
        return !asked.isEmpty();
    }

    boolean hasAsked(JournalId journal) {
        return asked.containsKey(journal);
    }

    /** What was asked for and is in no journal yet. */
    List<BookingAsked> unbooked() {
        return asked.values().stream()
                .filter(a -> !booked.contains(a.journal()))
                .toList();
    }

    boolean hasBooked(JournalId journal) {
        return booked.contains(journal);
    }

    int revision() {
        return revision;
    }

    @Nullable PreviewParts parts() {
        return parts;
    }

    @Nullable PpaCalculated calculated() {
        return calculated;
    }

    @Nullable LegalHoldGranted legalHold() {
        return hold;
    }

    boolean holds(AdjustmentId adjustment) {
        return adjustments.containsKey(adjustment);
    }

    Collection<AdjustmentCollected> adjustments() {
        return adjustments.values();
    }

    Set<ReadingKey> readings() {
        return adjustments.values().stream().flatMap(PackageState::readings).collect(Collectors.toSet());
    }

    static Stream<ReadingKey> readings(AdjustmentCollected of) {
        return of.readings().stream().map(r -> new ReadingKey(of.point(), r.start()));
    }

    Set<PointMonth> pointMonths() {
        return adjustments.values().stream().map(BookedReadings::pointMonth).collect(Collectors.toSet());
    }

    /** Everyone whose readings are in it, and who prepared it: none of them approves it. */
    List<PersonId> contributors(PersonId preparer) {
        return People.union(Stream.of(
                List.of(preparer),
                adjustments.values().stream()
                        .flatMap(a -> Stream.ofNullable(a.by()))
                        .toList()));
    }

    AccountingPeriod oldest() {
        return periods().min(AccountingPeriod::compareTo).orElseThrow();
    }

    AccountingPeriod latest() {
        return periods().max(AccountingPeriod::compareTo).orElseThrow();
    }

    private Stream<AccountingPeriod> periods() {
        return adjustments.values().stream().map(a -> a.closeId().period());
    }

    /** Equal when it remembers the same facts: a test compares each aggregate with the one its events give. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackageState it && facts().equals(it.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    private List<@Nullable Object> facts() {
        return Arrays.asList(
                number, cause, adjustments, asked, booked, stage, revision, parts, calculated, hold, offered);
    }
}
