package io.tallybook.ui.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tallybook.eventlog.ObjectDirectory;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.ContractId;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.ImportId;
import io.tallybook.messages.PointId;
import io.tallybook.messages.Sha256;
import io.tallybook.messages.metering.Source;
import io.tallybook.messages.nomination.NominatedDay;
import io.tallybook.messages.nomination.NominationKind;
import io.tallybook.messages.nomination.NominationMonthCommand.RecordNominations;
import io.tallybook.messages.nomination.NominationMonthId;
import io.tallybook.query.nomination.ImbalanceView;
import io.tallybook.query.nomination.NominationQueries;
import io.tallybook.query.nomination.NominationView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was nominated and what the operator says, and by how much the allocation differs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "nominations", description = "Nominations, operator's values and imbalances")
class NominationApi {
    private final Orders orders;
    private final NominationQueries nominations;
    private final ObjectDirectory objects;

    NominationApi(Orders orders, NominationQueries nominations, ObjectDirectory objects) {
        this.orders = orders;
        this.nominations = nominations;
        this.objects = objects;
    }

    /** One gas day; kWh, absent where nothing is said of that way. */
    record DayBody(
            String day,
            @Nullable BigDecimal receiptKwh,
            @Nullable BigDecimal deliveryKwh) {
        NominatedDay nominated() {
            return new NominatedDay(new GasDay(day), energy(receiptKwh), energy(deliveryKwh));
        }

        private static @Nullable Energy energy(@Nullable BigDecimal kwh) {
            return kwh == null ? null : new Energy(kwh);
        }

        String line() {
            return day + "|" + text(receiptKwh) + "|" + text(deliveryKwh);
        }

        private static String text(@Nullable BigDecimal kwh) {
            return kwh == null ? "" : kwh.toPlainString();
        }
    }

    record NominationsBody(NominationKind kind, List<DayBody> days) {
        /** The request as it is kept: a line per day, so that a figure leads back to what was said. */
        byte[] kept() {
            return days.stream()
                    .map(DayBody::line)
                    .collect(Collectors.joining("\n", kind + "\n", "\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @PutMapping("/nominations/{contract}/{point}/{period}")
    @Gives(RecordNominations.class)
    @Operation(
            summary = "Records nominations or operator's values of a contract at a point by gas day",
            description =
                    "A day given stands in place of what was said of it; without figures it takes them back; a day"
                            + " not given stays. The same again changes nothing. While the month is being closed a change takes"
                            + " its results anew; once it is approved, what was nominated at a point that is split by it stands.")
    ResponseEntity<Object> record(
            @PathVariable String contract,
            @PathVariable String point,
            @PathVariable String period,
            @RequestBody NominationsBody body,
            HttpServletRequest request)
            throws IOException {
        RecordNominations order = new RecordNominations(
                id(contract, point, period),
                body.kind(),
                body.days().stream().map(DayBody::nominated).toList(),
                source(objects.put(body.kept())),
                orders.caller(request).person(),
                orders.now());
        return orders.give(order, request);
    }

    @GetMapping("/nominations/{contract}/{point}/{period}")
    @Operation(summary = "What stands of a contract's month at a point, by gas day and kind")
    List<NominationView> nominations(
            @PathVariable String contract, @PathVariable String point, @PathVariable String period) {
        return nominations.nominations(id(contract, point, period));
    }

    @GetMapping("/points/{id}/imbalances/{period}")
    @Operation(
            summary = "By how much each contract's allocation at a point differs from its nominations",
            description =
                    "Allocated less nominated by gas day, cumulated over the month and carried from the months before"
                            + " it. Only contracts that nominated at the point; nothing is compared before it is allocated.")
    List<ImbalanceView> imbalances(@PathVariable String id, @PathVariable String period) {
        return nominations.imbalances(new PointId(id), new AccountingPeriod(period));
    }

    private static NominationMonthId id(String contract, String point, String period) {
        return NominationMonthId.of(new ContractId(contract), new PointId(point), new AccountingPeriod(period));
    }

    private static Source source(Sha256 kept) {
        return new Source(new ImportId("api/" + kept.brief()), kept, "api");
    }
}
