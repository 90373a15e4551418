package io.tallybook.command.adjustment;

import io.tallybook.messages.ImportId;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentCollected;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentEffectAdded;
import io.tallybook.messages.adjustment.AdjustmentRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packages of a book by number, and how they stand to each other. */
final class Packages {
    private final TreeMap<Integer, PackageState> byNumber = new TreeMap<>();
    /** Of each cause its last package: what comes after the decision opens another. */
    private final Map<ImportId, PackageState> byCause = new HashMap<>();

    @Nullable PackageState find(int number) {
        return byNumber.get(number);
    }

    PackageState get(int number) {
        return Objects.requireNonNull(byNumber.get(number));
    }

    Collection<PackageState> all() {
        return byNumber.values();
    }

    /** The number of the cause's package that still takes adjustments, or the next. */
    int numberFor(ImportId cause) {
        PackageState known = byCause.get(cause);
        return known != null && known.isPending() ? known.number : byNumber.size() + 1;
    }

    PackageState open(int number, ImportId cause) {
        return byNumber.computeIfAbsent(number, n -> {
            PackageState fresh = new PackageState(n, cause);
            byCause.put(cause, fresh);
            return fresh;
        });
    }

    /** Pending ones but this, by number. */
    List<PackageState> rivals(PackageState of) {
        return byNumber.values().stream().filter(p -> p != of && p.isPending()).toList();
    }

    /** What of {@code other} changes a reading that {@code approved} changes too. */
    static List<AdjustmentCollected> rivals(PackageState approved, PackageState other) {
        Set<ReadingKey> taken = approved.readings();
        return other.adjustments().stream()
                .filter(a -> PackageState.readings(a).anyMatch(taken::contains))
                .toList();
    }

    /** Whether the package's effects, with all that is held back, are material at any point and contract. */
    boolean isMaterial(PackageState of, AdjustmentRules rules) {
        Collection<AdjustmentEffectAdded> effects = effects(of);
        Set<String> material = running(of).material(rules);
        return effects.isEmpty() || effects.stream().map(RunningSums::key).anyMatch(material::contains);
    }

    /** Those held back that share a point and contract whose running sum this package has made material. */
    List<PackageState> released(PackageState by, AdjustmentRules rules) {
        Set<String> material = running(by).material(rules);
        return byNumber.values().stream()
                .filter(p -> p != by && p.isHeldBack())
                .filter(p -> effects(p).stream().map(RunningSums::key).anyMatch(material::contains))
                .toList();
    }

    private RunningSums running(PackageState with) {
        RunningSums sums = new RunningSums();
        Stream.concat(byNumber.values().stream().filter(p -> p != with && p.isHeldBack()), Stream.of(with))
                .forEach(p -> sums.add(effects(p)));
        return sums;
    }

    private static Collection<AdjustmentEffectAdded> effects(PackageState of) {
        PreviewParts parts = of.parts();
        return parts == null ? List.of() : parts.effects();
    }
}
