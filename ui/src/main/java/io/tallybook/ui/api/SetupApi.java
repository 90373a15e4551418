package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.MeasuringInterval;
import io.tallybook.messages.change.ChangeCommand.ProposeChange;
import io.tallybook.messages.contract.ImbalanceTerms.Settlement;
import io.tallybook.messages.contract.NonPriceDayRule;
import io.tallybook.messages.journal.Account;
import io.tallybook.messages.journal.AccountUse;
import io.tallybook.messages.network.PointRole;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Setting a system up, thing by thing; each becomes a change that a second person approves. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "setup",
        description = "What is configured: every change waits for a second person's approval, and takes effect then")
class SetupApi {
    private final ProposalAnswers proposals;

    SetupApi(ProposalAnswers proposals) {
        this.proposals = proposals;
    }

    record NetworkBody(String group, String name, String accounts) {}

    record ToleranceBody(String effectiveFrom, BigDecimal dayPercent, BigDecimal monthPercent, BigDecimal floorMmbtu) {}

    record AreaBody(String network, String name, ToleranceBody tolerance) {}

    record PointBody(
            String area,
            String name,
            PointRole role,
            String zone,
            String dayStartsAt,
            MeasuringInterval interval,
            String inForceFrom,
            int version) {}

    record NameBody(String name) {}

    record ContractBody(
            String network,
            String shipper,
            String area,
            String effectiveFrom,
            List<ShareBody> shares,
            String series,
            NonPriceDayRule rule,
            int lookbackDays,
            String currency,
            @Nullable ImbalancesBody imbalances) {}

    /** Table and series of a cash-out; absent where an OBA carries imbalances. */
    record ImbalancesBody(
            Settlement settlement,
            @Nullable String table,
            @Nullable String series) {}

    record SeriesBody(String name, String currency) {}

    record CalendarBody(
            String network,
            String firstPeriod,
            String zone,
            BigDecimal openingStorageKwh,
            BigDecimal openingImbalanceKwh,
            @Nullable List<OpenBody> openImbalances) {}

    record OpenBody(String contract, String point, BigDecimal kwh) {}

    record HolidayBody(LocalDate date, String name) {}

    @PutMapping("/networks/{id}")
    @Gives(ProposeChange.class)
    @Operation(summary = "A network: one close group")
    ResponseEntity<Object> network(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody NetworkBody body,
            HttpServletRequest request) {
        return propose(reason, request, row(SetupSheet.NETWORKS, id, body.group(), body.name(), body.accounts()));
    }

    @PutMapping("/areas/{id}")
    @Gives(ProposeChange.class)
    @Operation(summary = "An area of a network, with its tolerance from a period on")
    ResponseEntity<Object> area(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody AreaBody body,
            HttpServletRequest request) {
        ToleranceBody tolerance = body.tolerance();
        return propose(
                reason,
                request,
                row(
                        SetupSheet.AREAS,
                        id,
                        body.network(),
                        body.name(),
                        tolerance.effectiveFrom(),
                        tolerance.dayPercent(),
                        tolerance.monthPercent(),
                        tolerance.floorMmbtu()));
    }

    @PutMapping("/points/{id}")
    @Gives(ProposeChange.class)
    @Operation(summary = "A point of an area and its configuration from a day on")
    ResponseEntity<Object> point(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody PointBody body,
            HttpServletRequest request) {
        return propose(
                reason,
                request,
                row(
                        SetupSheet.POINTS,
                        id,
                        body.area(),
                        body.name(),
                        body.role(),
                        body.zone(),
                        body.dayStartsAt(),
                        body.interval(),
                        body.inForceFrom(),
                        body.version()));
    }

    @PutMapping("/shippers/{id}")
    @Gives(ProposeChange.class)
    @Operation(summary = "A shipper")
    ResponseEntity<Object> shipper(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody NameBody body,
            HttpServletRequest request) {
        return propose(reason, request, row(SetupSheet.SHIPPERS, id, body.name()));
    }

    @PutMapping("/contracts/{id}")
    @Gives(ProposeChange.class)
    @Operation(
            summary = "A contract, its terms and shares from a period on; a later period amends it",
            description = "A share without a method is by percentage. All contracts of a point and direction name one"
                    + " method: PERCENTAGE by share, PRO_RATA by nomination, RANKED by rank and nomination, SWING and"
                    + " MEASURED_DIFFERENCE with one party that takes the difference, OPERATOR_PROVIDED within a factor"
                    + " band. Imbalances are carried (OBA) or cashed out (CASH_OUT) by a table at the month's mean price"
                    + " of a series; without them none is settled.")
    ResponseEntity<Object> contract(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody ContractBody body,
            HttpServletRequest request) {
        ImbalancesBody imbalances = body.imbalances();
        List<SetupRow> rows = new ArrayList<>();
        rows.add(row(
                SetupSheet.CONTRACTS,
                id,
                body.network(),
                body.area(),
                body.shipper(),
                body.effectiveFrom(),
                body.series(),
                body.rule(),
                body.lookbackDays(),
                body.currency(),
                imbalances == null ? null : imbalances.settlement(),
                imbalances == null ? null : imbalances.table(),
                imbalances == null ? null : imbalances.series()));
        body.shares()
                .forEach(share -> rows.add(new SetupRow(SetupSheet.SHARES, 1, share.cells(id, body.effectiveFrom()))));
        return proposals.propose(rows, reason, request);
    }

    @PutMapping("/account-maps/{id}")
    @Gives(ProposeChange.class)
    @Operation(
            summary = "Which ledger account each use of a journal line goes to",
            description =
                    "A map is set as a whole. It holds from periodsFrom on, until what holds from a later one; left out,"
                            + " for all periods before.")
    ResponseEntity<Object> accounts(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable AccountingPeriod periodsFrom,
            @RequestBody Map<AccountUse, Account> body,
            HttpServletRequest request) {
        return proposals.propose(
                body.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> row(
                                SetupSheet.ACCOUNTS,
                                id,
                                e.getKey(),
                                e.getValue().number(),
                                e.getValue().name(),
                                periodsFrom))
                        .toList(),
                reason,
                request);
    }

    @PutMapping("/price-series/{id}")
    @Gives(ProposeChange.class)
    @Operation(summary = "A price series")
    ResponseEntity<Object> series(
            @PathVariable String id,
            @RequestParam String reason,
            @RequestBody SeriesBody body,
            HttpServletRequest request) {
        return propose(reason, request, row(SetupSheet.SERIES, id, body.name(), body.currency()));
    }

    @PutMapping("/calendars/{group}")
    @Gives(ProposeChange.class)
    @Operation(summary = "The close calendar of a group, with an explicit opening balance and what it is made of")
    ResponseEntity<Object> calendar(
            @PathVariable String group,
            @RequestParam String reason,
            @RequestBody CalendarBody body,
            HttpServletRequest request) {
        List<SetupRow> rows = new ArrayList<>();
        rows.add(row(
                SetupSheet.CALENDARS,
                group,
                body.network(),
                body.firstPeriod(),
                body.zone(),
                body.openingStorageKwh(),
                body.openingImbalanceKwh(),
                reason));
        Objects.requireNonNullElse(body.openImbalances(), List.<OpenBody>of())
                .forEach(open ->
                        rows.add(row(SetupSheet.OPEN_IMBALANCES, group, open.contract(), open.point(), open.kwh())));
        return proposals.propose(rows, reason, request);
    }

    @PutMapping("/calendars/{group}/holidays/{year}")
    @Gives(ProposeChange.class)
    @Operation(summary = "The holidays of a year, in place of what was said of it before")
    ResponseEntity<Object> holidays(
            @PathVariable String group,
            @PathVariable int year,
            @RequestParam String reason,
            @RequestBody List<HolidayBody> body,
            HttpServletRequest request) {
        Stream<SetupRow> rows = body.isEmpty()
                ? Stream.of(row(SetupSheet.HOLIDAYS, group, year))
                : body.stream().map(day -> row(SetupSheet.HOLIDAYS, group, year, day.date(), day.name()));
        return proposals.propose(rows.toList(), reason, request);
    }

    private ResponseEntity<Object> propose(String reason, HttpServletRequest request, SetupRow row) {
        return proposals.propose(List.of(row), reason, request);
    }

    private static SetupRow row(SetupSheet sheet, @Nullable Object... cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                named.put(
                        sheet.headings().get(i).name(),
                        cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
            }
        }
        return new SetupRow(sheet, 1, named);
    }
}
