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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Splits the days recorded so far by the shares in force, to the last kWh like a run would. Where shares are missing or do not
 * add up, a run would fail and nothing is shown; nor where a method looks at nominations, which may still change.
 */
final class ProvisionalSplit {
    /** Below every remainder: of a part that has had its unit. */
    private static final BigDecimal GIVEN = BigDecimal.ONE.negate();

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
        Map<LocalDate, GasDay> days = new HashMap<>();
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
                        VIEW_DAY_TOTAL.POINT,
                        row -> new Flow(days.computeIfAbsent(row.value2(), GasDay::of), row.value3(), row.value4()));
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
                BigDecimal[] split = split(kwh, claims);
                for (int i = 0; i < split.length; i++) {
                    parts.get(i).add(new DayEnergy(day.day(), new Energy(split[i])));
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
    // a month of 1,000 points comes here thirty thousand times at each look
    private static BigDecimal[] split(BigDecimal kwh, List<Claim> claims) {
        int scale = Math.max(0, kwh.stripTrailingZeros().scale());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal[] parts = new BigDecimal[claims.size()];
        BigDecimal[] remainders = new BigDecimal[parts.length];
        BigDecimal rest = kwh;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = kwh.multiply(claims.get(i).share().value());
            parts[i] = exact.setScale(scale, RoundingMode.DOWN);
            remainders[i] = exact.subtract(parts[i]);
            rest = rest.subtract(parts[i]);
        }
        for (; rest.signum() > 0; rest = rest.subtract(unit)) {
            int next = largest(remainders);
            parts[next] = parts[next].add(unit);
            remainders[next] = GIVEN;
        }
        return parts;
    }

    /** The first of equals. */
    private static int largest(BigDecimal[] remainders) {
        int largest = 0;
        for (int i = 1; i < remainders.length; i++) {
            largest = remainders[i].compareTo(remainders[largest]) > 0 ? i : largest;
        }
        return largest;
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
