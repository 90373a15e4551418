package io.tallybook.command.adjustment;

import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentEffectAdded;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.AdjustmentsPrepared;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.PpaCalculated;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.RestatementAsked;
import io.tallybook.messages.adjustment.AdjustmentBookEvent.UnsharedPointNoted;
import io.tallybook.messages.adjustment.MonthEffect;
import io.tallybook.messages.adjustment.RestatedDay;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.statement.StatementTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One preview while its answers come in: which points were asked, and what each contract has said. */
final class PreviewParts {
    final AdjustmentsPrepared prepared;
    private final Map<String, RestatementAsked> asked = new TreeMap<>();
    private final Map<String, AdjustmentEffectAdded> effects = new TreeMap<>();
    private final TreeSet<String> unshared = new TreeSet<>();

    PreviewParts(AdjustmentsPrepared prepared) {
        this.prepared = prepared;
    }

    void ask(RestatementAsked event) {
        asked.put(new PointMonth(event.closeId(), event.point()).key(), event);
    }

    void add(AdjustmentEffectAdded event) {
        effects.put(key(event), event);
    }

    void add(UnsharedPointNoted event) {
        unshared.add(new PointMonth(event.closeId(), event.point()).key());
    }

    boolean has(AdjustmentEffectAdded event) {
        return effects.containsKey(key(event));
    }

    boolean has(UnsharedPointNoted event) {
        return unshared.contains(new PointMonth(event.closeId(), event.point()).key());
    }

    boolean isComplete() {
        return asked.keySet().stream().allMatch(this::hasAnswered);
    }

    private boolean hasAnswered(String point) {
        List<AdjustmentEffectAdded> of = of(point).toList();
        return unshared.contains(point)
                || (!of.isEmpty() && of.size() == of.getFirst().recipients());
    }

    private Stream<AdjustmentEffectAdded> of(String point) {
        return effects.values().stream()
                .filter(e -> new PointMonth(e.closeId(), e.point()).key().equals(point));
    }

    Collection<AdjustmentEffectAdded> effects() {
        return effects.values();
    }

    List<String> currencies() {
        return effects.values().stream()
                .map(e -> e.difference().purchases().currency())
                .distinct()
                .toList();
    }

    /** Every effect is of one currency. */
    PpaCalculated calculated(boolean material, List<PersonId> contributors) {
        return new PpaCalculated(
                prepared.book(),
                prepared.preview(),
                Totals.sum(effects.values().stream().map(AdjustmentEffectAdded::difference)),
                hash(),
                material,
                contributors);
    }

    /** What each production month's shippers are owed more or less. */
    Map<CloseId, List<MonthEffect>> byMonth() {
        Map<String, MonthEffect> sums = new TreeMap<>();
        for (AdjustmentEffectAdded e : effects.values()) {
            sums.merge(
                    e.closeId().value() + "|" + e.shipper().value(),
                    new MonthEffect(e.closeId(), e.shipper(), e.difference()),
                    (a, b) -> new MonthEffect(a.closeId(), a.shipper(), Totals.plus(a.difference(), b.difference())));
        }
        Map<CloseId, List<MonthEffect>> months = new LinkedHashMap<>();
        sums.values().stream()
                .filter(effect -> Totals.isAny(effect.difference()))
                .forEach(effect -> months.computeIfAbsent(effect.closeId(), c -> new ArrayList<>())
                        .add(effect));
        return months;
    }

    /** What its journals book, both sides and whichever way; every effect is of one currency. */
    Money amount() {
        return byMonth().values().stream()
                .flatMap(List::stream)
                .map(MonthEffect::difference)
                .flatMap(of -> Stream.of(of.purchases(), of.sales()))
                .map(money -> money.amount().signum() < 0 ? money.negate() : money)
                .reduce(Money::plus)
                .orElseGet(() -> Money.zero(Money.NO_CURRENCY));
    }

    private Sha256 hash() {
        List<String> lines = new ArrayList<>();
        lines.add("booking|" + prepared.booking() + "|" + prepared.ground());
        asked.forEach((point, event) -> event.days().forEach(day -> lines.add(line(point, day))));
        unshared.forEach(point -> lines.add("unshared|" + point));
        effects.forEach(
                (key, e) -> lines.add("effect|" + key + "|" + e.shipper().value() + "|" + line(e.difference())));
        return Sha256.ofLines(lines.stream().sorted().toList());
    }

    private static String line(String point, RestatedDay day) {
        return String.join(
                "|",
                "day",
                point,
                day.day().value(),
                figure(day.before().receipt()),
                figure(day.before().delivery()),
                figure(day.after().receipt()),
                figure(day.after().delivery()));
    }

    private static String line(StatementTotals of) {
        return String.join(
                "|",
                figure(of.receipts()),
                figure(of.receiptsMmbtu()),
                of.purchases().toString(),
                figure(of.deliveries()),
                figure(of.deliveriesMmbtu()),
                of.sales().toString());
    }

    private static String figure(Energy energy) {
        return energy.kwh().toPlainString();
    }

    private static String figure(BigDecimal number) {
        return number.toPlainString();
    }

    private static String key(AdjustmentEffectAdded e) {
        return new PointMonth(e.closeId(), e.point()).key() + "|" + e.contract().value();
    }

    /** Equal when it remembers the same facts: a test compares each aggregate with the one its events give. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PreviewParts it && facts().equals(it.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    private List<@Nullable Object> facts() {
        return Arrays.asList(prepared, asked, effects, unshared);
    }
}
