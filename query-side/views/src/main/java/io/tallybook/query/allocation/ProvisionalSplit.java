package io.tallybook.query.allocation;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Share;
import io.tallybook.messages.contract.AllocationMethod;
import io.tallybook.messages.network.PointRole;
import io.tallybook.query.allocation.ProvisionalAllocation.DayEnergy;
import io.tallybook.query.contract.ContractQueries;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.network.NetworkQueries;
import io.tallybook.query.network.PointView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Splits the days recorded so far by the shares in force, to the last kWh like a run would. Where shares are missing or do not
 * add up, a run would fail and nothing is shown; nor where a method looks at nominations, which may still change.
 */
final class ProvisionalSplit {
    private final DSLContext db;
    private final NetworkQueries network;
    private final ContractQueries contracts;

    ProvisionalSplit(DSLContext db, NetworkQueries network, ContractQueries contracts) {
        this.db = db;
        this.network = network;
        this.contracts = contracts;
    }

    private record Key(PointId point, Direction direction) {}

    /** A day's total, in kWh. */
    private record Flow(GasDay day, BigDecimal receipt, BigDecimal delivery) {}

    private record Claim(ContractView contract, Share share, AllocationMethod method) {}

    List<ProvisionalAllocation> of(NetworkId networkId, AccountingPeriod period) {
        Map<Key, List<Claim>> claims = claims(networkId, period);
        Map<String, List<Flow>> days = days(networkId, period);
        List<ProvisionalAllocation> found = new ArrayList<>();
        for (PointView point : network.points(networkId)) {
            for (Direction direction : Direction.values()) {
                found.addAll(split(
                        point,
                        direction,
                        claims.getOrDefault(new Key(point.point(), direction), List.of()),
                        days.getOrDefault(point.point().value(), List.of())));
            }
        }
        found.sort(Comparator.comparing((ProvisionalAllocation a) -> a.shipper().value())
                .thenComparing(a -> a.point().value())
                .thenComparing(ProvisionalAllocation::direction));
        return found;
    }

    private Map<Key, List<Claim>> claims(NetworkId networkId, AccountingPeriod period) {
        Map<Key, List<Claim>> claims = new HashMap<>();
        for (ContractView contract : contracts.contracts(networkId)) {
            contract.terms(period)
                    .ifPresent(terms -> terms.terms()
                            .shares()
                            .forEach(share -> claims.computeIfAbsent(
                                            new Key(share.point(), share.direction()), k -> new ArrayList<>())
                                    .add(new Claim(contract, share.share(), share.method()))));
        }
        return claims;
    }

    private Map<String, List<Flow>> days(NetworkId networkId, AccountingPeriod period) {
        return db.select(
                        VIEW_DAY_TOTAL.POINT,
                        VIEW_DAY_TOTAL.DAY,
                        VIEW_DAY_TOTAL.RECEIPT_KWH,
                        VIEW_DAY_TOTAL.DELIVERY_KWH)
                .from(VIEW_DAY_TOTAL)
                .join(VIEW_POINT)
                .on(VIEW_POINT.POINT.eq(VIEW_DAY_TOTAL.POINT))
                .join(VIEW_AREA)
                .on(VIEW_AREA.AREA.eq(VIEW_POINT.AREA))
                .where(VIEW_AREA.NETWORK.eq(networkId.value()))
                .and(VIEW_POINT.PLACED)
                .and(VIEW_POINT.ROLE.eq(PointRole.FLOW.name()))
                .and(VIEW_DAY_TOTAL.EXPECTED.gt(0))
                .and(VIEW_DAY_TOTAL.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .orderBy(VIEW_DAY_TOTAL.POINT, VIEW_DAY_TOTAL.DAY)
                .fetchGroups(
                        VIEW_DAY_TOTAL.POINT, row -> new Flow(GasDay.of(row.value2()), row.value3(), row.value4()));
    }

    private static List<ProvisionalAllocation> split(
            PointView point, Direction direction, List<Claim> claims, List<Flow> days) {
        if (claims.stream().anyMatch(c -> c.method().needsNominations())) {
            return List.of();
        }
        if (claims.stream()
                        .map(c -> c.share().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(BigDecimal.ONE)
                != 0) {
            return List.of();
        }
        List<List<DayEnergy>> parts = claims.stream()
                .map(c -> (List<DayEnergy>) new ArrayList<DayEnergy>())
                .toList();
        for (Flow day : days) {
            BigDecimal kwh = direction == Direction.RECEIPT ? day.receipt() : day.delivery();
            if (kwh.signum() != 0) {
                List<BigDecimal> split = split(kwh, claims);
                for (int i = 0; i < split.size(); i++) {
                    parts.get(i).add(new DayEnergy(day.day(), new Energy(split.get(i))));
                }
            }
        }
        List<ProvisionalAllocation> allocations = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!parts.get(i).isEmpty()) {
                allocations.add(allocation(point, direction, claims.get(i), parts.get(i)));
            }
        }
        return allocations;
    }

    /** Whole units down, the rest one each to the largest remainders, ties by contract id (claims come in that order). */
    private static List<BigDecimal> split(BigDecimal kwh, List<Claim> claims) {
        int scale = Math.max(0, kwh.stripTrailingZeros().scale());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        List<BigDecimal> exact =
                claims.stream().map(c -> kwh.multiply(c.share().value())).toList();
        BigDecimal[] parts =
                exact.stream().map(e -> e.setScale(scale, RoundingMode.DOWN)).toArray(BigDecimal[]::new);
        BigDecimal rest = kwh.subtract(Stream.of(parts).reduce(BigDecimal.ZERO, BigDecimal::add));
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> exact.get(i).subtract(parts[i]))
                        .reversed())
                .limit(rest.divide(unit).longValueExact())
                .forEach(i -> parts[i] = parts[i].add(unit));
        return List.of(parts);
    }

    private static ProvisionalAllocation allocation(
            PointView point, Direction direction, Claim claim, List<DayEnergy> days) {
        return new ProvisionalAllocation(
                claim.contract().contract(),
                claim.contract().shipper(),
                claim.contract().shipperName(),
                point.point(),
                point.name(),
                direction,
                claim.share(),
                days.stream().map(DayEnergy::energy).reduce(Energy.ZERO, Energy::plus),
                days);
    }
}
