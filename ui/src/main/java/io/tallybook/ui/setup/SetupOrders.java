package io.tallybook.ui.setup;

import io.tallybook.messages.AccountMapId;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.AreaId;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Command;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.GasDayRule;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.Money;
import io.tallybook.messages.NetworkId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.SeriesId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.adjustment.AdjustmentBookCommand.SetAdjustmentRules;
import io.tallybook.messages.adjustment.AdjustmentRules;
import io.tallybook.messages.close.CloseCalendarCommand.OpenCalendar;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseCalendarCommand.SetHolidays;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.close.Holiday;
import io.tallybook.messages.close.OpenImbalance;
import io.tallybook.messages.contract.ContractCommand.AmendContract;
import io.tallybook.messages.contract.ContractCommand.SignContract;
import io.tallybook.messages.contract.ContractTerms;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.contract.PointShare;
import io.tallybook.messages.contract.ShipperCommand.RegisterShipper;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountMapCommand.MapAccounts;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.messages.network.AreaCommand.EstablishArea;
import io.tallybook.messages.network.AreaCommand.PlacePoint;
import io.tallybook.messages.network.AreaCommand.SetTolerance;
import io.tallybook.messages.network.NetworkCommand.AddArea;
import io.tallybook.messages.network.NetworkCommand.AddContract;
import io.tallybook.messages.network.NetworkCommand.EstablishNetwork;
import io.tallybook.messages.network.PointCommand.ConfigurePoint;
import io.tallybook.messages.network.PointRole;
import io.tallybook.messages.network.PointRule;
import io.tallybook.messages.network.Tolerance;
import io.tallybook.messages.price.PriceSeriesCommand.EstablishPriceSeries;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupRow.MissingCell;
import io.tallybook.report.setup.SetupSheet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a set-up workbook order, each on its own; rows that belong together are read together. A little long: a short
 * method for each kind of sheet.
 */
final class SetupOrders {
    private final List<SetupRow> rows;
    private final PersonId by;
    private final Instant at;
    private final boolean demo;
    private final Set<String> begun;

    /**
     * @param rows every row that is taken in with them
     * @param standing streams of areas and contracts that are there: their rows change what stands
     * @param demo whether this is a demo's directory
     */
    SetupOrders(List<SetupRow> rows, Collection<String> standing, PersonId by, Instant at, boolean demo) {
        this.rows = rows;
        this.begun = new HashSet<>(standing);
        this.by = by;
        this.at = at;
        this.demo = demo;
    }

    /**
     * The orders of one row; rows must come in the workbook's order. None for a row that another one takes along.
     *
     * @throws Invalid when the row does not say what it should; the message names the heading
     */
    List<Command> of(SetupRow row) {
        try {
            return switch (row.sheet()) {
                case NETWORKS -> List.of(network(row));
                case AREAS -> area(row);
                case POINTS -> point(row);
                case SHIPPERS -> List.of(new RegisterShipper(shipper(row), row.cell("Name"), by, at));
                case SERIES ->
                    List.of(new EstablishPriceSeries(series(row), row.cell("Name"), row.cell("Currency"), by, at));
                case CASH_OUT_TABLES -> SetupCashOuts.table(row, rows, begun, by, at);
                case CONTRACTS -> contract(row);
                case SHARES -> share(row);
                case ACCOUNTS -> accounts(row);
                case CALENDARS -> List.of(calendar(row));
                case OPEN_IMBALANCES -> openImbalance(row);
                case HOLIDAYS -> holidays(row);
                case CLOSE_TERMS -> List.of(terms(row));
                case BUDGET -> SetupVariances.budget(row, rows, begun, by, at);
                case HEATING_VALUES -> List.of(SetupVariances.heatingValue(row, by, at));
                case VARIANCE_THRESHOLDS -> List.of(SetupVariances.threshold(row, by, at));
                case ADJUSTMENTS -> List.of(adjustments(row));
                case USERS -> throw new Invalid("users are granted their roles, not configured");
            };
        } catch (MissingCell e) {
            throw new Invalid(String.valueOf(e.getMessage()));
        }
    }

    private Command network(SetupRow row) {
        return new EstablishNetwork(
                new NetworkId(row.cell("Network")),
                new CloseGroup(row.cell("Close group")),
                row.cell("Name"),
                new AccountMapId(row.cell("Account map")),
                by,
                at);
    }

    /** The first row of an area establishes it, a later one sets its tolerance. */
    private List<Command> area(SetupRow row) {
        AreaId area = new AreaId(row.cell("Area"));
        NetworkId network = new NetworkId(row.cell("Network"));
        Tolerance tolerance = new Tolerance(
                new AccountingPeriod(row.cell("Tolerance from")),
                Cells.number(row, "Day, %"),
                Cells.number(row, "Month, %"),
                Energy.ofMmbtu(Cells.number(row, "Floor, MMBtu")));
        return begun.add(area.toString())
                ? List.of(
                        new EstablishArea(area, network, row.cell("Name"), tolerance, by, at),
                        new AddArea(network, area, by, at))
                : List.of(new SetTolerance(area, tolerance, by, at));
    }

    private List<Command> point(SetupRow row) {
        PointId point = new PointId(row.cell("Point"));
        AreaId area = new AreaId(row.cell("Area"));
        PointRole role = Cells.choice(row, "Role", PointRole.class);
        PointRule rule = new PointRule(
                new GasDayRule(Cells.zone(row), Cells.time(row, "Gas day starts")),
                Cells.choice(row, "Interval", MeasuringInterval.class),
                new GasDay(row.cell("In force from")),
                Cells.whole(row, "Version", "1"));
        return List.of(
                new ConfigurePoint(point, area, row.cell("Name"), role, rule, by, at),
                new PlacePoint(area, point, role, rule, by, at));
    }

    /** The first row of a contract signs it, a later one amends it. */
    private List<Command> contract(SetupRow row) {
        ContractId contract = new ContractId(row.cell("Contract"));
        AreaId area = new AreaId(row.cell("Area"));
        AccountingPeriod from = new AccountingPeriod(row.cell("Effective from"));
        ContractTerms terms = new ContractTerms(
                from,
                shares(row.cell("Contract"), row.cell("Effective from")),
                series(row),
                Cells.choice(row, "Day without price", NonPriceDayRule.class),
                Cells.whole(row, "Look back, days", "0"),
                row.cell("Currency"),
                SetupCashOuts.terms(row));
        return begun.add(contract.toString())
                ? List.of(
                        new SignContract(contract, shipper(row), area, terms, by, at),
                        new AddContract(new NetworkId(row.cell("Network")), area, contract, by, at))
                : List.of(new AmendContract(contract, terms, by, at));
    }

    private List<PointShare> shares(String contract, String from) {
        return of(SetupSheet.SHARES)
                .filter(row -> row.cell("Contract").equals(contract)
                        && row.cell("Effective from").equals(from))
                .map(SetupShares::share)
                .toList();
    }

    /** A share goes with its contract's row; without one nobody would take it in. */
    private List<Command> share(SetupRow row) {
        String contract = row.cell("Contract");
        String from = row.cell("Effective from");
        Invalid.unless(
                of(SetupSheet.CONTRACTS)
                        .anyMatch(each -> each.cell("Contract", "").equals(contract)
                                && each.cell("Effective from", "").equals(from)),
                "the sheet 'Contracts' has no row '" + contract + "' effective from " + from);
        return List.of();
    }

    /** The map's first row orders the whole map. */
    private List<Command> accounts(SetupRow row) {
        AccountMapId id = new AccountMapId(row.cell("Account map"));
        String from = row.cell("Periods from", "");
        if (!begun.add(id + "~" + from)) {
            return List.of();
        }
        Map<AccountUse, Account> map = new EnumMap<>(AccountUse.class);
        of(SetupSheet.ACCOUNTS)
                .filter(each -> each.cell("Account map").equals(id.value()))
                .filter(each -> each.cell("Periods from", "").equals(from))
                .forEach(each -> map.put(
                        Cells.choice(each, "Use", AccountUse.class),
                        new Account(each.cell("Account"), each.cell("Account name"))));
        return List.of(new MapAccounts(id, map, from.isEmpty() ? null : new AccountingPeriod(from), by, at));
    }

    /** The first row of a year orders the whole year; a row without a date says that the year has none. */
    private List<Command> holidays(SetupRow row) {
        CloseGroup group = new CloseGroup(row.cell("Close group"));
        int year = Cells.whole(row, "Year");
        if (!begun.add("holidays:" + group.value() + "/" + year)) {
            return List.of();
        }
        List<Holiday> days = of(SetupSheet.HOLIDAYS)
                .filter(each -> each.cell("Close group").equals(group.value()) && Cells.whole(each, "Year") == year)
                .filter(each -> each.cells().containsKey("Date"))
                .map(each -> new Holiday(Cells.date(each), each.cell("Name")))
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
        return List.of(new SetHolidays(group, year, days, by, at));
    }

    private Command terms(SetupRow row) {
        String currency = row.cell("Currency");
        Invalid.unless(!currency.equals(Money.NO_CURRENCY), "'Currency' is that of the amounts");
        CloseTerms terms = new CloseTerms(
                Cells.period(row, "Periods from"),
                new Money(Cells.number(row, "Reopen from"), currency),
                new Money(Cells.number(row, "Second approver from"), currency),
                Cells.whole(row, "Lead after, minutes"),
                Cells.whole(row, "Manager after, minutes"),
                estimates(row),
                row.cells().containsKey("ERP after, minutes") ? Cells.whole(row, "ERP after, minutes") : null);
        return new SetCloseTerms(new CloseGroup(row.cell("Close group")), terms, by, at);
    }

    private static @Nullable EstimateLimit estimates(SetupRow row) {
        boolean percent = row.cells().containsKey("Estimates above, %");
        boolean floor = row.cells().containsKey("Estimates above, kWh");
        Invalid.unless(percent == floor, "'Estimates above' has a percentage and kWh, or neither");
        return percent
                ? new EstimateLimit(
                        Cells.number(row, "Estimates above, %"), new Energy(Cells.number(row, "Estimates above, kWh")))
                : null;
    }

    private Command adjustments(SetupRow row) {
        AdjustmentRules rules = new AdjustmentRules(
                new AccountingPeriod(row.cell("Open from")),
                Cells.whole(row, "Months"),
                Cells.whole(row, "Months of rebuttal"),
                Cells.whole(row, "Months at most"),
                new Energy(Cells.number(row, "Material, kWh")),
                Cells.number(row, "Material amount"));
        return new SetAdjustmentRules(AdjustmentBookId.of(new CloseGroup(row.cell("Close group"))), rules, by, at);
    }

    private List<OpenImbalance> openImbalances(String group) {
        return of(SetupSheet.OPEN_IMBALANCES)
                .filter(row -> row.cell("Close group").equals(group))
                .map(row -> new OpenImbalance(
                        new ContractId(row.cell("Contract")),
                        new PointId(row.cell("Point")),
                        new Energy(Cells.number(row, "Imbalance, kWh"))))
                .toList();
    }

    /** An open imbalance goes with its calendar's row; without one nobody would take it in. */
    private List<Command> openImbalance(SetupRow row) {
        String group = row.cell("Close group");
        Invalid.unless(
                of(SetupSheet.CALENDARS)
                        .anyMatch(each -> each.cell("Close group", "").equals(group)),
                "the sheet 'Calendars' has no row '" + group + "'");
        return List.of();
    }

    private Command calendar(SetupRow row) {
        return new OpenCalendar(
                new CloseGroup(row.cell("Close group")),
                new NetworkId(row.cell("Network")),
                new AccountingPeriod(row.cell("First period")),
                Cells.zone(row),
                new Energy(Cells.number(row, "Opening storage, kWh")),
                new Energy(Cells.number(row, "Opening imbalance, kWh")),
                openImbalances(row.cell("Close group")),
                demo,
                row.cell("Reason"),
                by,
                at);
    }

    private java.util.stream.Stream<SetupRow> of(SetupSheet sheet) {
        return rows.stream().filter(row -> row.sheet() == sheet);
    }

    private static ShipperId shipper(SetupRow row) {
        return new ShipperId(row.cell("Shipper"));
    }

    private static SeriesId series(SetupRow row) {
        return new SeriesId(row.cell("Series"));
    }
}
