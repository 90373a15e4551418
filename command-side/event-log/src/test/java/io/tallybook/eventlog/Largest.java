package io.tallybook.eventlog;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentId;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.ContractId;
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
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.access.Scope;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.adjustment.PackageId;
import io.tallybook.messages.allocation.AllocationRunId;
import io.tallybook.messages.balance.BalanceId;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.change.RefusedRow;
import io.tallybook.messages.close.AccruedShipper;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.contract.AllocationRule;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.FactorBand;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.JournalId;
import io.tallybook.messages.journal.PostingKey;
import io.tallybook.messages.journal.RefusedLine;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.metering.MeterMonthId;
import io.tallybook.messages.metering.Quantity;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.messages.processing.ClaimId;
import io.tallybook.messages.source.SourceDefinition;
import io.tallybook.messages.statement.StatementId;
import io.tallybook.messages.variance.HeatingValue;
import io.tallybook.messages.variance.ThresholdScope;
import io.tallybook.messages.variance.VarianceReviewId;
import io.tallybook.messages.variance.VarianceThreshold;
import io.tallybook.messages.workpapers.Subject;
import io.tallybook.messages.workpapers.WorkpapersId;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * An event as long as it may be: every id and figure at its longest, every list as long as the caller says. As long as there are
 * value types.
 */
final class Largest {
    static final String WORD = "x".repeat(64);
    static final String TEXT = "t".repeat(2000);
    static final Energy ENERGY = new Energy(new BigDecimal("123456789012345678.123456"));
    static final ZoneId ZONE = ZoneId.of("America/Argentina/ComodRivadavia");

    private static final String PATH = "x".repeat(120);
    private static final Map<Class<?>, Object> LONGEST = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, 999_999),
            Map.entry(long.class, 999_999_999_999L),
            Map.entry(boolean.class, false),
            Map.entry(BigDecimal.class, ENERGY.kwh()),
            Map.entry(Instant.class, Instant.parse("2024-10-04T04:00:00.123Z")),
            Map.entry(LocalDate.class, LocalDate.parse("2024-10-04")),
            Map.entry(LocalTime.class, LocalTime.parse("06:00")),
            Map.entry(ZoneId.class, ZONE),
            Map.entry(Energy.class, ENERGY),
            Map.entry(Money.class, new Money(new BigDecimal("123456789012345678.12"), "USD")),
            Map.entry(Price.class, new Price(new BigDecimal("123456789012.123456"), "USD")),
            Map.entry(Share.class, Share.of("0.12345678")),
            Map.entry(Sha256.class, Sha256.of("sample")),
            Map.entry(GasDay.class, new GasDay("2024-10-04")),
            Map.entry(AccountingPeriod.class, new AccountingPeriod("2024-10")),
            Map.entry(MeterMonthId.class, new MeterMonthId(WORD + "/2024-10")),
            Map.entry(BalanceId.class, new BalanceId(WORD + "/2024-10")),
            Map.entry(CloseId.class, new CloseId(WORD + "/2024-10")),
            Map.entry(StatementId.class, new StatementId(WORD + "/2024-10")),
            Map.entry(AllocationRunId.class, new AllocationRunId(WORD + "/2024-10/999999")),
            Map.entry(NominationMonthId.class, new NominationMonthId(WORD + "/" + WORD + "/2024-10")),
            Map.entry(PointShare.class, byOperator(WORD)),
            Map.entry(ClaimId.class, ClaimId.ofSegment("x".repeat(100), 999_999_999)),
            Map.entry(WorkpapersId.class, new WorkpapersId(WORD + "/2024-10")),
            Map.entry(
                    Subject.class,
                    Subject.statementLine(
                            new ShipperId(WORD), new ContractId(WORD), new PointId(WORD), Direction.DELIVERY)),
            Map.entry(VarianceReviewId.class, new VarianceReviewId(WORD + "/2024-10")),
            Map.entry(ThresholdScope.class, new ThresholdScope("area:" + WORD)),
            Map.entry(HeatingValue.class, new HeatingValue(new BigDecimal("123456.123456"))),
            Map.entry(
                    VarianceThreshold.class,
                    new VarianceThreshold(
                            new AccountingPeriod("2024-10"),
                            new ThresholdScope("area:" + WORD),
                            new BigDecimal("12345678901234.123456"),
                            new BigDecimal("12345678901234.123456"),
                            false)),
            Map.entry(JournalId.class, new JournalId(WORD + "/2024-10/CLOSE/999999")),
            Map.entry(PostingKey.class, new PostingKey(WORD + "/2024-10/CLOSE/999999-99")),
            Map.entry(RefusedLine.class, new RefusedLine(999_999, "\u20ac".repeat(RefusedLine.LONGEST_REASON))),
            Map.entry(Account.class, new Account("9".repeat(32), "n".repeat(80))),
            Map.entry(AdjustmentId.class, new AdjustmentId(PATH)),
            Map.entry(PackageId.class, new PackageId(WORD + "/999999")),
            Map.entry(
                    AdjustmentRules.class,
                    new AdjustmentRules(
                            new AccountingPeriod("2024-10"),
                            60,
                            30,
                            120,
                            ENERGY,
                            new BigDecimal("1234567890123456.12"))),
            Map.entry(SourceDefinition.class, Sources.longest()),
            Map.entry(
                    Scope.class,
                    new Scope(IntStream.range(0, Scope.MOST_GROUPS)
                            .mapToObj(i -> new CloseGroup("x".repeat(60) + "%04d".formatted(i)))
                            .toList())),
            Map.entry(
                    CloseTerms.class,
                    new CloseTerms(
                            new AccountingPeriod("2024-10"),
                            new Money(new BigDecimal("1234567890123456.12"), "USD"),
                            new Money(new BigDecimal("1234567890123456.12"), "USD"),
                            CloseTerms.MOST_MINUTES - 1,
                            CloseTerms.MOST_MINUTES,
                            new EstimateLimit(new BigDecimal("99.12"), ENERGY),
                            CloseTerms.MOST_MINUTES)),
            Map.entry(Holiday.class, new Holiday(LocalDate.parse("2024-10-04"), "\u20ac".repeat(Holiday.LONGEST_NAME))),
            // as the aggregate cuts them
            Map.entry(
                    RefusedRow.class,
                    new RefusedRow("OPEN_IMBALANCES", 999_999, "\u0001".repeat(70), "\u0001".repeat(300))),
            Map.entry(DeadLetterId.class, new DeadLetterId(PATH)),
            Map.entry(ImportId.class, new ImportId(PATH)),
            Map.entry(ContractTerms.class, terms()),
            Map.entry(CashOutTiers.class, new CashOutTiers(tiers(), tiers())),
            Map.entry(CashOutTier.class, tiers().get(14)),
            Map.entry(
                    Quantity.class,
                    new Quantity(
                            Instant.parse("2024-10-04T04:00:00Z"),
                            ENERGY,
                            Direction.DELIVERY,
                            "Q".repeat(16),
                            999_999,
                            null)));

    /** Components that are text of a certain form or length. */
    private static final Map<String, String> WORDS = Map.of(
            "currency",
            "USD",
            "quality",
            "Q".repeat(16),
            "name",
            "n".repeat(120),
            "versions",
            "v".repeat(140),
            "documentNumber",
            "d".repeat(200),
            "byHand",
            "\u20ac".repeat(AccruedShipper.LONGEST_REASON),
            "key",
            "k".repeat(120));

    private final ToIntFunction<RecordComponent> lengths;

    /** A share with the longest rule there is. */
    static PointShare byOperator(String point) {
        FactorBand band = new FactorBand(new BigDecimal("0.80001"), new BigDecimal("1.19999"));
        return new PointShare(
                new PointId(point),
                Direction.DELIVERY,
                Share.of("0.12345678"),
                new AllocationRule(AllocationMethod.OPERATOR_PROVIDED, null, false, false, band));
    }

    /** 16, as long as they get. */
    private static List<CashOutTier> tiers() {
        return IntStream.range(0, CashOutTiers.MOST_TIERS)
                .mapToObj(i -> new CashOutTier(
                        level(i), i == CashOutTiers.MOST_TIERS - 1 ? null : level(i + 1), new BigDecimal("1.2345")))
                .toList();
    }

    private static BigDecimal level(int number) {
        return number == 0 ? BigDecimal.ZERO : new BigDecimal("10%02d.1234".formatted(number));
    }

    /** Of 509 points, each another, with a settlement that counts three. */
    private static ContractTerms terms() {
        return new ContractTerms(
                new AccountingPeriod("2024-10"),
                IntStream.range(0, ContractTerms.MOST_SHARES - 3)
                        .mapToObj(i -> new PointShare(
                                new PointId("x".repeat(60) + "%04d".formatted(i)),
                                Direction.DELIVERY,
                                Share.of("0.12345678")))
                        .toList(),
                new SeriesId(WORD),
                NonPriceDayRule.LAST_PUBLISHED,
                31,
                "USD",
                ImbalanceTerms.cashOut(new CashOutTableId(WORD), new SeriesId(WORD)));
    }

    /** @param lengths how long the list in a component is */
    Largest(ToIntFunction<RecordComponent> lengths) {
        this.lengths = lengths;
    }

    <T> T of(Class<T> type) {
        Object fixed = LONGEST.get(type);
        if (fixed != null) {
            return cast(fixed);
        }
        return type.isEnum() ? longest(type) : record(type);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static <T> T longest(Class<T> type) {
        return Arrays.stream(type.getEnumConstants())
                .max(java.util.Comparator.comparingInt(word -> word.toString().length()))
                .orElseThrow();
    }

    private <T> T record(Class<T> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            if (components.length == 1 && components[0].getType() == String.class) {
                return type.getDeclaredConstructor(String.class).newInstance(WORD);
            }
            Constructor<T> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(
                    Arrays.stream(components).map(this::component).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Object component(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic) {
            return container(component, generic);
        }
        String word = WORDS.get(component.getName());
        return word != null && component.getType() == String.class ? word : of(component.getType());
    }

    private Object container(RecordComponent component, ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return map((Class<?>) of[0], of((Class<?>) of[1]));
        }
        Class<?> element = (Class<?>) of[0];
        if (type.getRawType() == Set.class) {
            return Set.of(element.getEnumConstants());
        }
        Object each = element == String.class && WORDS.containsKey(component.getName())
                ? WORDS.get(component.getName())
                : of(element);
        return Collections.nCopies(lengths.applyAsInt(component), each);
    }

    private static Map<Object, Object> map(Class<?> key, Object value) {
        Map<Object, Object> map = new LinkedHashMap<>();
        Object[] keys = key.isEnum() ? key.getEnumConstants() : new Object[] {"a", "b", "c", "d"};
        Arrays.stream(keys).forEach(k -> map.put(k, value));
        return map;
    }
}
