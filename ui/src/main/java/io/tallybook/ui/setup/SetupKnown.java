package io.tallybook.ui.setup;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.query.close.CalendarView;
import io.tallybook.query.contract.ContractView;
import io.tallybook.query.journal.AccountMapView;
import io.tallybook.query.network.AreaView;
import io.tallybook.query.network.NetworkView;
import io.tallybook.query.network.PointView;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.access.Account;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is set up already, as the rows of a workbook. */
@Component
class SetupKnown {
    private final SetupViews views;

    SetupKnown(SetupViews views) {
        this.views = views;
    }

    /** Cells in the order of each sheet's headings. */
    Map<SetupSheet, List<List<String>>> rows() {
        List<NetworkView> all = views.networks().networks();
        List<ContractView> signed = all.stream()
                .flatMap(network -> views.contracts().contracts(network.network()).stream())
                .toList();
        Map<SetupSheet, List<List<String>>> rows = new EnumMap<>(SetupSheet.class);
        rows.put(SetupSheet.NETWORKS, all.stream().map(SetupKnown::network).toList());
        rows.put(SetupSheet.AREAS, areas(all).flatMap(SetupKnown::area).toList());
        rows.put(
                SetupSheet.POINTS,
                areas(all)
                        .flatMap(area -> views.networks().points(area.area()).stream())
                        .map(SetupKnown::point)
                        .toList());
        rows.put(
                SetupSheet.SHIPPERS,
                views.contracts().shippers().stream()
                        .map(shipper -> List.of(shipper.shipper().value(), shipper.name()))
                        .toList());
        rows.put(
                SetupSheet.SERIES,
                views.prices().series().stream()
                        .map(series -> List.of(series.series().value(), series.name(), series.currency()))
                        .toList());
        rows.put(
                SetupSheet.CASH_OUT_TABLES,
                views.cashOuts().tables().stream().flatMap(SetupCashOuts::cells).toList());
        rows.put(SetupSheet.CONTRACTS, signed.stream().flatMap(this::contract).toList());
        rows.put(SetupSheet.SHARES, signed.stream().flatMap(SetupKnown::shares).toList());
        rows.put(SetupSheet.ACCOUNTS, all.stream().flatMap(this::map).distinct().toList());
        rows.put(
                SetupSheet.CALENDARS,
                views.closes().calendars().stream().map(SetupKnown::calendar).toList());
        rows.put(
                SetupSheet.OPEN_IMBALANCES,
                views.closes().calendars().stream()
                        .flatMap(SetupKnown::openImbalances)
                        .toList());
        rows.put(
                SetupSheet.HOLIDAYS,
                views.closes().calendars().stream()
                        .flatMap(SetupKnown::holidays)
                        .toList());
        rows.put(
                SetupSheet.CLOSE_TERMS,
                views.closes().calendars().stream().flatMap(SetupKnown::terms).toList());
        rows.put(
                SetupSheet.BUDGET,
                views.variances().budgets().stream().map(SetupVariances::cells).toList());
        rows.put(
                SetupSheet.HEATING_VALUES,
                views.variances().heatingValues().stream()
                        .map(SetupVariances::cells)
                        .toList());
        rows.put(
                SetupSheet.VARIANCE_THRESHOLDS,
                all.stream()
                        .map(NetworkView::group)
                        .distinct()
                        .flatMap(group -> views.variances().thresholds(group).stream()
                                .map(limit -> SetupVariances.cells(group, limit)))
                        .toList());
        rows.put(
                SetupSheet.ADJUSTMENTS,
                views.closes().calendars().stream().flatMap(this::adjustments).toList());
        rows.put(
                SetupSheet.USERS,
                views.accounts().all().stream().map(SetupKnown::user).toList());
        return rows;
    }

    private Stream<AreaView> areas(List<NetworkView> all) {
        return all.stream().flatMap(network -> views.networks().areas(network.network()).stream());
    }

    private static List<String> network(NetworkView n) {
        return List.of(
                n.network().value(), n.group().value(), n.name(), n.accounts().value());
    }

    private static Stream<List<String>> area(AreaView a) {
        return a.tolerances().stream()
                .map(t -> List.of(
                        a.area().value(),
                        a.network().value(),
                        a.name(),
                        t.effectiveFrom().value(),
                        plain(t.dayPercent()),
                        plain(t.monthPercent()),
                        plain(t.floor().mmbtu())));
    }

    private static List<String> point(PointView p) {
        return List.of(
                p.point().value(),
                p.area().value(),
                p.name(),
                p.role().name(),
                p.rule().gasDay().zone().getId(),
                p.rule().gasDay().startsAt().toString(),
                p.rule().interval().name(),
                p.rule().inForceFrom().value(),
                String.valueOf(p.rule().version()));
    }

    private Stream<List<String>> contract(ContractView c) {
        String network = views.networks()
                .area(c.area())
                .map(area -> area.network().value())
                .orElse("");
        return c.terms().stream()
                .map(version -> version.terms())
                .map(t -> Stream.concat(
                                Stream.of(
                                        c.contract().value(),
                                        network,
                                        c.area().value(),
                                        c.shipper().value(),
                                        t.effectiveFrom().value(),
                                        t.series().value(),
                                        t.rule().name(),
                                        String.valueOf(t.lookbackDays()),
                                        t.currency()),
                                SetupCashOuts.cells(t.imbalances()).stream())
                        .toList());
    }

    private static Stream<List<String>> shares(ContractView c) {
        return c.terms().stream()
                .map(version -> version.terms())
                .flatMap(t -> t.shares().stream().map(s -> share(c, t, s)));
    }

    private static List<String> share(ContractView c, ContractTerms t, PointShare s) {
        return Stream.concat(
                        Stream.of(
                                c.contract().value(),
                                t.effectiveFrom().value(),
                                s.point().value(),
                                s.direction().name()),
                        SetupShares.cells(s).stream())
                .toList();
    }

    private Stream<List<String>> map(NetworkView n) {
        return AccountMapView.standing(views.journals().accounts(n.accounts()))
                .flatMap(version -> version.map().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> List.of(
                                n.accounts().value(),
                                e.getKey().name(),
                                e.getValue().number(),
                                e.getValue().name(),
                                version.from() == null ? "" : version.from().value())));
    }

    private static List<String> calendar(CalendarView c) {
        return List.of(
                c.group().value(),
                c.network().value(),
                c.firstPeriod().value(),
                c.zone().getId(),
                plain(c.openingStorage()),
                plain(c.openingImbalance()),
                "as opened");
    }

    private static Stream<List<String>> openImbalances(CalendarView c) {
        return c.openImbalances().stream()
                .map(open -> List.of(
                        c.group().value(), open.contract().value(), open.point().value(), plain(open.energy())));
    }

    private static Stream<List<String>> holidays(CalendarView c) {
        return c.holidays().stream()
                .map(day -> List.of(
                        c.group().value(),
                        String.valueOf(day.date().getYear()),
                        day.date().toString(),
                        day.name()));
    }

    private static Stream<List<String>> terms(CalendarView c) {
        return c.terms().stream()
                .map(terms -> List.of(
                        c.group().value(),
                        terms.effectiveFrom().value(),
                        plain(terms.reopenFrom().amount()),
                        plain(terms.chiefFrom().amount()),
                        terms.reopenFrom().currency(),
                        String.valueOf(terms.leadAfterMinutes()),
                        String.valueOf(terms.managerAfterMinutes()),
                        terms.estimates() == null ? "" : plain(terms.estimates().percent()),
                        terms.estimates() == null
                                ? ""
                                : plain(terms.estimates().floor().kwh()),
                        terms.erpAfterMinutes() == null ? "" : String.valueOf(terms.erpAfterMinutes())));
    }

    private Stream<List<String>> adjustments(CalendarView c) {
        return views.adjustments().rules(AdjustmentBookId.of(c.group())).reversed().stream()
                .map(rules -> List.of(
                        c.group().value(),
                        rules.effectiveFrom().value(),
                        String.valueOf(rules.months()),
                        String.valueOf(rules.rebuttalMonths()),
                        String.valueOf(rules.absoluteMonths()),
                        plain(rules.materialEnergy()),
                        plain(rules.materialAmount())));
    }

    private static List<String> user(Account account) {
        return List.of(
                account.user().value(),
                account.person().value(),
                account.name(),
                account.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
    }

    private static String plain(Energy energy) {
        return plain(energy.kwh());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
