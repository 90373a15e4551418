package io.tallybook.query.statement;

import static io.tallybook.migrations.jooq.Tables.VIEW_AREA;
import static io.tallybook.migrations.jooq.Tables.VIEW_DAY_TOTAL;
import static io.tallybook.migrations.jooq.Tables.VIEW_POINT;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.network.PointRole;
import io.tallybook.query.allocation.AllocationQueries;
import io.tallybook.query.allocation.ProvisionalAllocation;
import io.tallybook.query.allocation.ProvisionalAllocation.DayEnergy;
import io.tallybook.query.statement.MonthEstimate.Without;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Fills a month that is not recorded in full by the means of the days that are. */
final class EstimatedMonth {
    private final DSLContext db;
    private final AllocationQueries allocations;
    private final ProvisionalValue values;

    EstimatedMonth(DSLContext db, AllocationQueries allocations, ProvisionalValue values) {
        this.db = db;
        this.allocations = allocations;
        this.values = values;
    }

    /** What is recorded of a flow point: the days in full, and whether any of them flowed. */
    private static final class Recorded {
        private final String name;
        private final Set<LocalDate> whole = new HashSet<>();
        private boolean receipts;
        private boolean deliveries;

        private Recorded(String name) {
            this.name = name;
        }

        private boolean flows(Direction direction) {
            return direction == Direction.RECEIPT ? receipts : deliveries;
        }
    }

    /** Gas days behind a shipper's figures. */
    private record Days(int measured, int estimated) {
        private Days plus(Days other) {
            return new Days(measured + other.measured, estimated + other.estimated);
        }
    }

    MonthEstimate of(NetworkId network, AccountingPeriod period) {
        Map<String, Recorded> points = points(network, period);
        List<ProvisionalAllocation> split = allocations.provisional(network, period);
        List<ProvisionalAllocation> filled = new ArrayList<>();
        Map<String, Map<String, Days>> days = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (ProvisionalAllocation of : split) {
            shared.add(of.point().value() + " " + of.direction());
            Recorded recorded = points.get(of.point().value());
            if (recorded != null && !recorded.whole.isEmpty()) {
                filled.add(filled(of, recorded, period));
                // a point both ways is measured once
                days.computeIfAbsent(of.shipper().value(), shipper -> new HashMap<>())
                        .put(of.point().value(), behind(recorded, period));
            }
        }
        List<EstimatedShipper> shippers = values.estimated(network, period, filled).stream()
                .map(value -> estimated(value, days.getOrDefault(value.shipper().value(), Map.of())))
                .toList();
        return new MonthEstimate(shippers, without(points, shared));
    }

    private Map<String, Recorded> points(NetworkId network, AccountingPeriod period) {
        Map<String, Recorded> points = new TreeMap<>();
        db.select(
                        VIEW_POINT.POINT,
                        VIEW_POINT.NAME,
                        VIEW_DAY_TOTAL.DAY,
                        VIEW_DAY_TOTAL.EXPECTED,
                        VIEW_DAY_TOTAL.RECORDED,
                        VIEW_DAY_TOTAL.RECEIPT_KWH,
                        VIEW_DAY_TOTAL.DELIVERY_KWH)
                .from(VIEW_POINT)
                .join(VIEW_AREA)
                .on(VIEW_AREA.AREA.eq(VIEW_POINT.AREA))
                .leftJoin(VIEW_DAY_TOTAL)
                .on(VIEW_DAY_TOTAL.POINT.eq(VIEW_POINT.POINT))
                .and(VIEW_DAY_TOTAL.DAY.between(
                        period.firstDay().date(), period.lastDay().date()))
                .where(VIEW_AREA.NETWORK.eq(network.value()))
                .and(VIEW_POINT.PLACED)
                .and(VIEW_POINT.ROLE.eq(PointRole.FLOW.name()))
                .forEach(row -> {
                    Recorded point = points.computeIfAbsent(row.value1(), id -> new Recorded(row.value2()));
                    if (row.value3() == null) {
                        return;
                    }
                    if (row.value4() > 0 && row.value5() >= row.value4()) {
                        point.whole.add(row.value3());
                    }
                    point.receipts |= row.value6().signum() != 0;
                    point.deliveries |= row.value7().signum() != 0;
                });
        return points;
    }

    /** A day recorded in part counts for nothing: its mean stands for all of it. */
    private static ProvisionalAllocation filled(ProvisionalAllocation of, Recorded recorded, AccountingPeriod period) {
        Map<LocalDate, Energy> measured = new HashMap<>();
        of.days().stream()
                .filter(day -> recorded.whole.contains(day.day().date()))
                .forEach(day -> measured.put(day.day().date(), day.energy()));
        Energy sum = measured.values().stream().reduce(Energy.ZERO, Energy::plus);
        Energy mean = new Energy(sum.kwh().divide(BigDecimal.valueOf(recorded.whole.size()), 0, RoundingMode.HALF_UP));
        List<DayEnergy> days = new ArrayList<>();
        for (GasDay day : period.days()) {
            Energy energy = recorded.whole.contains(day.date()) ? measured.get(day.date()) : mean;
            if (energy != null) {
                days.add(new DayEnergy(day, energy));
            }
        }
        return new ProvisionalAllocation(
                of.contract(),
                of.shipper(),
                of.shipperName(),
                of.point(),
                of.pointName(),
                of.direction(),
                of.share(),
                days.stream().map(DayEnergy::energy).reduce(Energy.ZERO, Energy::plus),
                days);
    }

    private static Days behind(Recorded recorded, AccountingPeriod period) {
        int all = period.days().size();
        return new Days(recorded.whole.size(), all - recorded.whole.size());
    }

    private static EstimatedShipper estimated(ProvisionalStatement value, Map<String, Days> days) {
        Days sum = days.values().stream().reduce(new Days(0, 0), Days::plus);
        return new EstimatedShipper(
                value.shipper(),
                value.shipperName(),
                value.totals(),
                sum.measured(),
                sum.estimated(),
                value.unpriced());
    }

    private static List<Without> without(Map<String, Recorded> points, Set<String> shared) {
        List<Without> without = new ArrayList<>();
        points.forEach((id, point) -> {
            for (Direction direction : Direction.values()) {
                boolean unmeasured = point.whole.isEmpty();
                boolean unshared = point.flows(direction) && !shared.contains(id + " " + direction);
                if (unmeasured || unshared) {
                    without.add(new Without(new PointId(id), point.name, direction, unmeasured));
                }
            }
        });
        return without;
    }
}
