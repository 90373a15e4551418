package io.tallybook.command.statement;

import io.tallybook.command.People;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.close.CloseId;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.ImbalanceTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.statement.StatementEvent.AllocatedVolumesAdded;
import io.tallybook.messages.statement.StatementEvent.StatementPrepared;
import io.tallybook.messages.statement.StatementEvent.StatementPricesAdded;
import io.tallybook.messages.statement.StatementEvent.StatementTermsAdded;
import io.tallybook.messages.statement.StatementId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one attempt of a statement holds: contracts, their terms, prices, allocated volumes, and the result. */
final class StatementAttempt {
    private static final String CALCULATION = "calculation|statement|1";

    final StatementId statement;
    final CloseId closeId;
    final int number;
    private final Map<String, StatementTermsAdded> terms = new TreeMap<>();
    private final Map<String, AllocatedVolumesAdded> volumes = new TreeMap<>();
    private final Map<SeriesId, PublishedPrices> prices = new HashMap<>();
    private final Map<SeriesId, Integer> missedVersions = new HashMap<>();
    private final Imbalances imbalances = new Imbalances();
    private @Nullable List<ContractId> contracts;
    private @Nullable StatementPrepared prepared;
    private boolean outdated;
    private @Nullable Sha256 issued;
    private boolean withdrawn;

    StatementAttempt(StatementId statement, CloseId closeId, int number) {
        this.statement = statement;
        this.closeId = closeId;
        this.number = number;
    }

    void open(List<ContractId> all) {
        contracts = all;
    }

    /** Once prepared it has all it waits for. */
    boolean hasNominations(ContractId contract, PointId point) {
        return prepared != null || imbalances.nominations(contract, point) != null;
    }

    boolean hasTiers(CashOutTableId table) {
        return prepared != null || imbalances.tiers(table) != null;
    }

    /** What its imbalances are settled by. */
    Imbalances imbalances() {
        return imbalances;
    }

    void add(StatementTermsAdded event) {
        terms.put(event.contract().value(), event);
    }

    void add(AllocatedVolumesAdded event) {
        volumes.put(key(event.contract(), event.point()), event);
    }

    void add(StatementPricesAdded event) {
        prices.put(event.series(), PublishedPrices.of(event));
    }

    void missed(SeriesId series) {
        missedVersions.put(series, priceVersion(series));
    }

    void prepared(StatementPrepared event) {
        prepared = event;
    }

    void outdate() {
        outdated = true;
    }

    void issue(Sha256 document) {
        issued = document;
    }

    void withdraw() {
        withdrawn = true;
    }

    /** What was issued no longer stands. */
    boolean isVoid() {
        return withdrawn;
    }

    boolean isOpened() {
        return contracts != null;
    }

    boolean isOutdated() {
        return outdated;
    }

    @Nullable StatementPrepared prepared() {
        return prepared;
    }

    @Nullable Sha256 issued() {
        return issued;
    }

    @Nullable StatementTermsAdded terms(ContractId contract) {
        return terms.get(contract.value());
    }

    @Nullable AllocatedVolumesAdded volumes(ContractId contract, PointId point) {
        return volumes.get(key(contract, point));
    }

    @Nullable PublishedPrices prices(SeriesId series) {
        return prices.get(series);
    }

    /** The version of the series' pinned prices, 0 while there are none. */
    int priceVersion(SeriesId series) {
        PublishedPrices known = prices.get(series);
        return known == null ? 0 : known.version();
    }

    /** Whether this version of the series' prices has been found wanting already. */
    boolean hasMissed(SeriesId series) {
        return missedVersions.getOrDefault(series, 0) == priceVersion(series);
    }

    boolean hasOtherCurrency(String currency) {
        return terms.values().stream().anyMatch(t -> !t.terms().currency().equals(currency));
    }

    boolean complete() {
        return contracts != null
                && contracts.stream().allMatch(c -> terms.containsKey(c.value()))
                && expected().flatMap(StatementAttempt::series).allMatch(prices::containsKey)
                && expected().allMatch(imbalances::complete)
                && expectedVolumes().allMatch(volumes::containsKey);
    }

    /** Values everything; only when complete. */
    Valuation value() {
        String currency = expected().map(t -> t.terms().currency()).findFirst().orElse(Money.NO_CURRENCY);
        Valuation valuation = new Valuation(currency);
        volumesInOrder().forEach(v -> {
            StatementTermsAdded of =
                    Objects.requireNonNull(terms.get(v.contract().value()));
            valuation.value(
                    v, of.terms(), Objects.requireNonNull(prices.get(of.terms().series())));
            cashOut(v, of.terms(), valuation);
        });
        return valuation;
    }

    private void cashOut(AllocatedVolumesAdded v, ContractTerms of, Valuation valuation) {
        ImbalanceTerms terms = of.imbalances();
        if (terms == null || terms.table() == null || terms.series() == null) {
            return;
        }
        CashOut due = new CashOut(
                v,
                Objects.requireNonNull(imbalances.nominations(v.contract(), v.point())),
                Objects.requireNonNull(imbalances.tiers(terms.table())));
        valuation.cashOut(due, of, terms.series(), Objects.requireNonNull(prices.get(terms.series())));
    }

    /** Every series these terms are valued by. */
    private static Stream<SeriesId> series(StatementTermsAdded of) {
        ImbalanceTerms terms = of.terms().imbalances();
        return Stream.concat(
                Stream.of(of.terms().series()), terms == null ? Stream.empty() : Stream.ofNullable(terms.series()));
    }

    StatementPrepared prepare(Valuation valuation) {
        List<String> allocations = volumesInOrder()
                .map(v -> key(v.contract(), v.point()) + "|" + v.allocationHash())
                .toList();
        Stream<String> versions = expected().map(t -> "contract|" + t.contract().value() + "|v" + t.version());
        return new StatementPrepared(
                statement,
                closeId,
                number,
                statement.shipper(),
                valuation.points().stream().mapToInt(p -> p.lines().size()).sum(),
                valuation.totals(),
                Sha256.ofLines(allocations),
                valuation.contentHash(),
                Stream.of(versions, valuation.priceLines(), valuation.cashOutVersions(), Stream.of(CALCULATION))
                        .flatMap(s -> s)
                        .sorted()
                        .toList(),
                contributors());
    }

    private List<PersonId> contributors() {
        return People.union(Stream.of(
                People.union(volumesInOrder().map(AllocatedVolumesAdded::contributors)),
                People.union(pricesOfExpected().map(PublishedPrices::contributors)),
                People.union(imbalances.contributors()),
                expected().map(StatementTermsAdded::author).toList()));
    }

    private Stream<PublishedPrices> pricesOfExpected() {
        return expected().flatMap(StatementAttempt::series).flatMap(s -> Stream.ofNullable(prices.get(s)));
    }

    private Stream<AllocatedVolumesAdded> volumesInOrder() {
        return expectedVolumes().sorted().flatMap(key -> Stream.ofNullable(volumes.get(key)));
    }

    private Stream<String> expectedVolumes() {
        return expected()
                .flatMap(t -> t.terms().shares().stream()
                        .map(PointShare::point)
                        .distinct()
                        .map(point -> key(t.contract(), point)));
    }

    private Stream<StatementTermsAdded> expected() {
        return terms.values().stream().filter(t -> contracts != null && contracts.contains(t.contract()));
    }

    private static String key(ContractId contract, PointId point) {
        return contract.value() + "|" + point.value();
    }
}
