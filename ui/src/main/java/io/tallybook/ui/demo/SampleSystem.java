package io.tallybook.ui.demo;

import io.tallybook.messages.Direction;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.setup.SetupSheet;
import io.tallybook.ui.cli.Api;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample configuration of the Danish gas system, set up over the public API: eight real entry and exit points
 * (Energinet), with shippers, shares, tolerances and accounts made up for the demo and labelled so.
 */
final class SampleSystem {
    static final String GROUP = "denmark";
    static final String AREA = "danish-system";
    private static final String NETWORK = "denmark";
    private static final String ACCOUNTS = "sample-accounts";
    private static final String SERIES = "henry-hub";
    private static final String ZONE = "Europe/Copenhagen";
    private static final String FIRST_MONTH = "2015-01";
    private static final List<String> POINTS =
            List.of("biogas", "denmark", "germany", "north-sea", "poland", "sweden", "tyra");
    private static final Map<String, String> NAMES = Map.of(
            "biogas", "Biogas",
            "denmark", "Denmark (exit)",
            "germany", "Germany (Ellund)",
            "north-sea", "North Sea (Nybro)",
            "poland", "Poland (Baltic Pipe)",
            "storage", "Storage",
            "sweden", "Sweden (Dragør)",
            "tyra", "Tyra");
    // Baltic Pipe's first commercial gas day; before it the source has no value, or a zero on two days of July
    private static final Map<String, String> IN_FORCE_FROM = Map.of("poland", "2022-10-01");
    private static final Map<String, String> SHIPPERS = new LinkedHashMap<>();

    static {
        SHIPPERS.put("northern-gas", "Northern Gas (sample)");
        SHIPPERS.put("baltic-trading", "Baltic Trading (sample)");
        SHIPPERS.put("island-energy", "Island Energy (sample)");
    }

    // shares per point, both directions, in the order of SHIPPERS; each line sums to 1.00000000
    private static final Map<String, List<String>> SHARES = Map.of(
            "biogas", List.of("0.50000000", "0.30000000", "0.20000000"),
            "denmark", List.of("0.40000000", "0.35000000", "0.25000000"),
            "germany", List.of("0.33333333", "0.33333333", "0.33333334"),
            "north-sea", List.of("0.45000000", "0.42500000", "0.12500000"),
            "poland", List.of("0.55000000", "0.40000000", "0.05000000"),
            "sweden", List.of("0.60000000", "0.10000000", "0.30000000"),
            "tyra", List.of("0.28571429", "0.57142857", "0.14285714"));

    private final Api engineer;
    private final AgreedSetup setup;

    SampleSystem(Api engineer, Api approver) {
        this.engineer = engineer;
        this.setup = new AgreedSetup(engineer, approver);
    }

    /** Sets everything up; what is there already stays as it is and leaves no event. */
    void setUp(String firstPeriod) {
        setup.row(SetupSheet.NETWORKS, NETWORK, GROUP, "Danish gas system (sample configuration)", ACCOUNTS);
        // wider than the trade's 0.5 %: the published legs leave out linepack (docs/adr)
        setup.row(SetupSheet.AREAS, AREA, NETWORK, "Danish gas system", FIRST_MONTH, 10, 5, 250);
        NAMES.keySet().stream().sorted().forEach(this::point);
        SHIPPERS.forEach((id, name) -> setup.row(SetupSheet.SHIPPERS, id, name));
        setup.row(SetupSheet.SERIES, SERIES, "Henry Hub daily spot", "USD");
        int index = 0;
        for (String shipper : SHIPPERS.keySet()) {
            contract(shipper, index++);
        }
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.GAS_PURCHASES, "5010", "Gas purchases (sample)");
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.PAYABLE, "2010", "Accounts payable (sample)");
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.RECEIVABLE, "1210", "Accounts receivable (sample)");
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.REVENUE, "4010", "Gas revenue (sample)");
        setup.row(
                SetupSheet.ACCOUNTS,
                ACCOUNTS,
                AccountUse.PPA_GAS_PURCHASES,
                "5019",
                "Purchases, prior periods (sample)");
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.PPA_PAYABLE, "2019", "Payable, prior periods (sample)");
        setup.row(
                SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.PPA_RECEIVABLE, "1219", "Receivable, prior periods (sample)");
        setup.row(SetupSheet.ACCOUNTS, ACCOUNTS, AccountUse.PPA_REVENUE, "4019", "Revenue, prior periods (sample)");
        if (engineer.get("/api/v1/closes").isEmpty()) {
            setup.row(SetupSheet.CALENDARS, GROUP, NETWORK, firstPeriod, ZONE, 0, 0, "sample");
            SampleBudget.of(firstPeriod, SHIPPERS.keySet(), SHARES, setup);
        }
        setup.agree("sample configuration of the demo");
    }

    private void point(String id) {
        PointRole role = id.equals("storage") ? PointRole.STORAGE : PointRole.FLOW;
        String name = NAMES.getOrDefault(id, id);
        String from = IN_FORCE_FROM.getOrDefault(id, "2015-01-01");
        setup.row(SetupSheet.POINTS, id, AREA, name, role, ZONE, "06:00", MeasuringInterval.GAS_DAY, from, 1);
    }

    private void contract(String shipper, int index) {
        String contract = shipper + "-1";
        NonPriceDayRule rule = NonPriceDayRule.LAST_PUBLISHED;
        setup.row(SetupSheet.CONTRACTS, contract, NETWORK, AREA, shipper, FIRST_MONTH, SERIES, rule, 7, "USD");
        for (String point : POINTS) {
            String share = SHARES.getOrDefault(point, List.of()).get(index);
            setup.row(SetupSheet.SHARES, contract, FIRST_MONTH, point, Direction.RECEIPT, share);
            setup.row(SetupSheet.SHARES, contract, FIRST_MONTH, point, Direction.DELIVERY, share);
        }
    }
}
