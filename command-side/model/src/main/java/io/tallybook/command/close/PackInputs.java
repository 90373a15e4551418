package io.tallybook.command.close;

import io.tallybook.messages.AreaId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.Refused;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.balance.BalanceTotal;
import io.tallybook.messages.cashout.CashOutTotals;
import io.tallybook.messages.close.CloseCycleEvent.AreaBalanceAdded;
import io.tallybook.messages.close.CloseCycleEvent.FrozenAreaAdded;
import io.tallybook.messages.close.CloseCycleEvent.JournalAdded;
import io.tallybook.messages.close.CloseCycleEvent.PinnedContractAdded;
import io.tallybook.messages.close.CloseCycleEvent.RosterAdded;
import io.tallybook.messages.close.CloseCycleEvent.SeriesUse;
import io.tallybook.messages.close.CloseCycleEvent.ShipperContracts;
import io.tallybook.messages.close.CloseCycleEvent.StatementAdded;
import io.tallybook.messages.close.CloseCycleEvent.VarianceReviewAdded;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.network.NetworkEvent.RosterArea;
import io.tallybook.messages.statement.StatementTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attempt of a close has collected, each by its own id, and what it adds up to. */
final class PackInputs {
    static final int MOST_SHIPPERS = 64;
    static final int MOST_SERIES = 64;

    private final Map<String, PinnedContractAdded> contracts = new TreeMap<>();
    private final Map<String, FrozenAreaAdded> frozen = new TreeMap<>();
    private final Map<String, AreaBalanceAdded> balances = new TreeMap<>();
    private final Map<String, StatementAdded> statements = new TreeMap<>();
    private final Map<String, VarianceReviewAdded> reviews = new TreeMap<>();
    private @Nullable RosterAdded roster;
    private @Nullable JournalAdded journal;

    void add(RosterAdded event) {
        roster = event;
    }

    void add(PinnedContractAdded event) {
        contracts.put(event.contract().value(), event);
    }

    void add(FrozenAreaAdded event) {
        frozen.put(event.area().value(), event);
    }

    void add(AreaBalanceAdded event) {
        balances.put(event.area().value(), event);
    }

    void add(StatementAdded event) {
        statements.put(event.shipper().value(), event);
    }

    void add(VarianceReviewAdded event) {
        reviews.put(event.contract().value(), event);
    }

    void add(JournalAdded event) {
        journal = event;
    }

    /** What a month needs is named in one event, and one journal holds as many shippers. */
    void checkRoomFor(ShipperId shipper, SeriesId price, @Nullable SeriesId imbalances) {
        Refused.when(
                isOneTooMany(contracts.values().stream().map(PinnedContractAdded::shipper), shipper, MOST_SHIPPERS),
                "too-many-shippers",
                "A close has at most " + MOST_SHIPPERS + " shippers.");
        Refused.when(
                Stream.concat(contracts.values().stream().flatMap(PackInputs::pricedBy), pricedBy(price, imbalances))
                                .distinct()
                                .count()
                        > MOST_SERIES,
                "too-many-series",
                "A close is valued by at most " + MOST_SERIES + " price series.");
    }

    private static <T> boolean isOneTooMany(Stream<T> known, T more, int most) {
        return Stream.concat(known, Stream.of(more)).distinct().count() > most;
    }

    boolean isEmpty() {
        return roster == null && contracts.isEmpty();
    }

    @Nullable RosterAdded roster() {
        return roster;
    }

    @Nullable PinnedContractAdded contract(ContractId id) {
        return contracts.get(id.value());
    }

    @Nullable FrozenAreaAdded frozen(AreaId id) {
        return frozen.get(id.value());
    }

    @Nullable AreaBalanceAdded balance(AreaId id) {
        return balances.get(id.value());
    }

    @Nullable StatementAdded statement(ShipperId id) {
        return statements.get(id.value());
    }

    @Nullable VarianceReviewAdded review(ContractId id) {
        return reviews.get(id.value());
    }

    @Nullable JournalAdded journal() {
        return journal;
    }

    Collection<FrozenAreaAdded> allFrozen() {
        return frozen.values();
    }

    Collection<AreaBalanceAdded> allBalances() {
        return balances.values();
    }

    Collection<StatementAdded> allStatements() {
        return statements.values();
    }

    boolean hasAllContracts() {
        return roster != null
                && roster.areas().stream()
                        .flatMap(area -> area.contracts().stream())
                        .allMatch(contract -> contracts.containsKey(contract.value()));
    }

    boolean isFrozen() {
        return roster != null && areas().stream().allMatch(area -> frozen.containsKey(area.value()));
    }

    /** Whether nobody had a hand in what was measured. */
    boolean isFrozenWithoutAHand() {
        return frozen.values().stream()
                .flatMap(area -> area.contributors().stream())
                .allMatch(PersonId.HOUSE::equals);
    }

    boolean isBalanced() {
        return roster != null && areas().stream().allMatch(area -> balances.containsKey(area.value()));
    }

    boolean hasAllStatements() {
        return hasAllContracts()
                && contracts.values().stream()
                        .allMatch(c -> statements.containsKey(c.shipper().value()));
    }

    boolean hasAllReviews() {
        return hasAllContracts() && reviews.keySet().containsAll(contracts.keySet());
    }

    /** How many lines of all contracts needed a word. */
    int flagged() {
        return reviews.values().stream().mapToInt(VarianceReviewAdded::flagged).sum();
    }

    int contracts() {
        return contracts.size();
    }

    List<AreaId> areas() {
        return roster == null
                ? List.of()
                : roster.areas().stream().map(RosterArea::area).toList();
    }

    List<SeriesId> series() {
        return seriesUses().stream().map(SeriesUse::series).toList();
    }

    List<ShipperContracts> shippers() {
        return grouped(c -> c.shipper().value())
                .map(of -> new ShipperContracts(
                        of.getFirst().shipper(),
                        of.stream().map(PinnedContractAdded::contract).toList()))
                .toList();
    }

    List<SeriesUse> seriesUses() {
        Map<String, List<PinnedContractAdded>> uses = new TreeMap<>();
        contracts
                .values()
                .forEach(c -> pricedBy(c)
                        .forEach(s -> uses.computeIfAbsent(s.value(), k -> new ArrayList<>())
                                .add(c)));
        return uses.entrySet().stream()
                .map(use -> seriesUse(new SeriesId(use.getKey()), use.getValue()))
                .toList();
    }

    private static Stream<SeriesId> pricedBy(PinnedContractAdded c) {
        return pricedBy(c.series(), c.imbalanceSeries());
    }

    private static Stream<SeriesId> pricedBy(SeriesId price, @Nullable SeriesId imbalances) {
        return Stream.concat(Stream.of(price), Stream.ofNullable(imbalances)).distinct();
    }

    private static SeriesUse seriesUse(SeriesId series, List<PinnedContractAdded> of) {
        return new SeriesUse(
                series,
                of.stream()
                        .map(c -> c.shipper().value())
                        .distinct()
                        .sorted()
                        .map(ShipperId::new)
                        .toList(),
                of.stream().mapToInt(PinnedContractAdded::lookbackDays).max().orElse(0));
    }

    BalanceTotal balanced() {
        return new BalanceTotal(
                sum(balances, b -> b.month().receipts()),
                sum(balances, b -> b.month().deliveries()),
                sum(balances, b -> b.month().burnt()),
                sum(balances, b -> b.month().storageChange()),
                sum(balances, b -> b.month().unaccounted()),
                sum(balances, b -> b.month().tolerance()));
    }

    /** Purchases, sales and cash-outs of all statements together; a journal in more than one currency was refused before. */
    Money amount() {
        return statements.values().stream()
                .flatMap(s -> amounts(s.totals()))
                .filter(money -> money.amount().signum() != 0)
                .reduce((a, b) -> a.currency().equals(b.currency()) ? a.plus(b) : a)
                .orElse(Money.zero(Money.NO_CURRENCY));
    }

    private static Stream<Money> amounts(StatementTotals of) {
        CashOutTotals cashOut = of.cashOut();
        Stream<Money> settled = cashOut == null ? Stream.empty() : Stream.of(cashOut.payable(), cashOut.receivable());
        return Stream.concat(Stream.of(of.purchases(), of.sales()), settled);
    }

    /** The energy on all statements one way; what was measured must be exactly this. */
    Energy stated(Function<StatementTotals, Energy> way) {
        return sum(statements, s -> way.apply(s.totals()));
    }

    /** The canonical lines of DESIGN.md: neither attempt nor time is in them, so that equal packs have equal hashes. */
    Sha256 packHash(CloseId closeId, JournalAdded of) {
        Stream<String> areas = frozen.values().stream()
                .flatMap(f -> Stream.ofNullable(balances.get(f.area().value()))
                        .map(b -> "area|" + f.area().value() + "|" + f.contentHash() + "|" + b.contentHash()));
        Stream<String> terms = contracts.values().stream()
                .map(c -> "contract|" + c.contract().value() + "|" + c.version() + "|" + c.termsHash());
        Stream<String> values = statements.values().stream()
                .map(s -> "statement|" + s.shipper().value() + "|" + s.allocationsHash() + "|" + s.contentHash());
        Stream<String> versions = statements.values().stream().flatMap(s -> s.versions().stream());
        Stream<String> words =
                reviews.values().stream().map(r -> "variances|" + r.contract().value() + "|" + r.contentHash());
        Stream<String> ends = Stream.of(
                "journal|" + of.contentHash() + "|accounts-v" + of.accountsVersion(), "close|" + closeId.value());
        return Sha256.ofLines(Stream.of(areas, terms, values, versions, words, ends)
                .flatMap(lines -> lines)
                .distinct()
                .toList());
    }

    private Stream<List<PinnedContractAdded>> grouped(Function<PinnedContractAdded, String> key) {
        return contracts.values().stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private static <T> Energy sum(Map<String, T> of, Function<T, Energy> figure) {
        return of.values().stream().map(figure).reduce(Energy.ZERO, Energy::plus);
    }
}
