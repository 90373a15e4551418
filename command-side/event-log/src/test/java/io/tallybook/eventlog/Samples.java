package io.tallybook.eventlog;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.DeadLetterId;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Price;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.Share;
import io.tallybook.messages.access.DelegationsId;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseStep;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.statement.StatementTotals;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersId;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One instance of any record of the messages, always the same; with everything there, or with nothing that may be absent. */
final class Samples {
    private static final Map<Class<?>, Object> FIXED = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, 3),
            Map.entry(long.class, 7L),
            Map.entry(boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("0.125")),
            Map.entry(Instant.class, Instant.parse("2024-10-04T04:00:00Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2024-10-04")),
            Map.entry(LocalTime.class, LocalTime.parse("06:00")),
            Map.entry(ZoneId.class, ZoneId.of("Europe/Copenhagen")),
            Map.entry(Energy.class, new Energy(new BigDecimal("1234567.125"))),
            Map.entry(Money.class, new Money(new BigDecimal("12.50"), "USD")),
            Map.entry(Price.class, new Price(new BigDecimal("2.345"), "USD")),
            Map.entry(Share.class, Share.of("0.125")),
            Map.entry(Sha256.class, Sha256.of("sample")),
            Map.entry(GasDay.class, new GasDay("2024-10-04")),
            Map.entry(AccountingPeriod.class, new AccountingPeriod("2024-10")),
            Map.entry(MeterMonthId.class, new MeterMonthId("point/2024-10")),
            Map.entry(BalanceId.class, new BalanceId("area/2024-10")),
            Map.entry(CloseId.class, new CloseId("group/2024-10")),
            Map.entry(StatementId.class, new StatementId("shipper/2024-10")),
            Map.entry(AllocationRunId.class, new AllocationRunId("point/2024-10/1")),
            // as it was first written; with what came later: LaterShapesTest
            Map.entry(PointShare.class, new PointShare(new PointId("text"), Direction.RECEIPT, Share.of("0.125"))),
            Map.entry(NominationMonthId.class, new NominationMonthId("contract/point/2024-10")),
            Map.entry(DelegationsId.class, new DelegationsId("group")),
            Map.entry(ClaimId.class, ClaimId.ofSegment("text", 3)),
            Map.entry(WorkpapersId.class, new WorkpapersId("group/2024-10")),
            Map.entry(Subject.class, Subject.task(CloseStep.BALANCE)),
            Map.entry(VarianceReviewId.class, new VarianceReviewId("contract/2024-10")),
            Map.entry(ThresholdScope.class, ThresholdScope.ALL),
            Map.entry(JournalId.class, new JournalId("group/2024-10/CLOSE/1")),
            Map.entry(PostingKey.class, new PostingKey("group/2024-10/CLOSE/1-2")),
            Map.entry(Account.class, new Account("4000", "Gas purchases")),
            Map.entry(
                    CashOutTiers.class,
                    new CashOutTiers(
                            List.of(tier("0", "10", "1"), tier("10", null, "1.1")), List.of(tier("0", null, "0.9")))),
            Map.entry(CashOutTier.class, tier("10", null, "1.1")),
            // as they were first written; with what came later: LaterShapesTest
            Map.entry(
                    ContractTerms.class,
                    new ContractTerms(
                            new AccountingPeriod("2024-10"),
                            List.of(new PointShare(new PointId("text"), Direction.RECEIPT, Share.of("0.125"))),
                            new SeriesId("text"),
                            NonPriceDayRule.values()[0],
                            3,
                            "USD")),
            Map.entry(
                    StatementTotals.class,
                    new StatementTotals(
                            new Energy(new BigDecimal("1234567.125")),
                            new BigDecimal("0.125"),
                            new Money(new BigDecimal("12.50"), "USD"),
                            new Energy(new BigDecimal("1234567.125")),
                            new BigDecimal("0.125"),
                            new Money(new BigDecimal("12.50"), "USD"))),
            Map.entry(AccountMapId.class, new AccountMapId("accounts")),
            Map.entry(AdjustmentId.class, new AdjustmentId("point/2024-10-04/0123456789ab")),
            Map.entry(PackageId.class, new PackageId("group/7")),
            Map.entry(
                    AdjustmentRules.class,
                    new AdjustmentRules(
                            new AccountingPeriod("2024-10"),
                            6,
                            3,
                            24,
                            new Energy(new BigDecimal("1234567.125")),
                            new BigDecimal("12.50"))),
            Map.entry(
                    CloseTerms.class,
                    new CloseTerms(
                            new AccountingPeriod("2024-10"),
                            new Money(new BigDecimal("12.50"), "USD"),
                            new Money(new BigDecimal("125.00"), "USD"),
                            240,
                            1440)),
            Map.entry(SourceDefinition.class, Sources.historian("/text")),
            Map.entry(DeadLetterId.class, new DeadLetterId("0123456789ab/17")),
            Map.entry(ImportId.class, new ImportId("2024-11-01/0123456789ab")));

    /** Components that are text of a certain form. */
    private static final Map<String, String> WORDS = Map.of("currency", "USD", "quality", "GOOD");

    private Samples() {}

    private static CashOutTier tier(String above, @Nullable String upTo, String factor) {
        return new CashOutTier(
                new BigDecimal(above), upTo == null ? null : new BigDecimal(upTo), new BigDecimal(factor));
    }

    static <T> T full(Class<T> type) {
        return type.cast(of(type, true));
    }

    static <T> T sparse(Class<T> type) {
        return type.cast(of(type, false));
    }

    private static Object of(Class<?> type, boolean full) {
        Object fixed = FIXED.get(type);
        if (fixed != null) {
            return fixed;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return record(type, full);
    }

    private static Object record(Class<?> type, boolean full) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("add a sample for " + type.getName());
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new));
            AnnotatedType[] types = canonical.getAnnotatedParameterTypes();
            canonical.setAccessible(true);
            return canonical.newInstance(IntStream.range(0, types.length)
                    .mapToObj(i -> component(type.getRecordComponents()[i].getName(), types[i], full))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static @Nullable Object component(String name, AnnotatedType annotated, boolean full) {
        if (!full && annotated.isAnnotationPresent(Nullable.class)) {
            return null;
        }
        String word = WORDS.get(name);
        if (word != null && annotated.getType() == String.class) {
            return word;
        }
        return annotated instanceof AnnotatedParameterizedType generic
                ? container((ParameterizedType) generic.getType(), full)
                : of((Class<?>) annotated.getType(), full);
    }

    private static Object container(ParameterizedType type, boolean full) {
        Type[] of = type.getActualTypeArguments();
        Object first = of((Class<?>) of[0], full);
        return switch (((Class<?>) type.getRawType()).getSimpleName()) {
            case "List" -> List.of(first);
            case "Set" -> Set.of(first);
            case "Map" -> Map.of(first, of((Class<?>) of[1], full));
            default -> throw new IllegalArgumentException("add a sample for " + type);
        };
    }
}
