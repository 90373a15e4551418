package io.tallybook.command.cashout;

import static io.tallybook.command.Tale.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.command.Tale;
import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CashOutTableId;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.ShipperId;
import io.tallybook.messages.cashout.CashOutTableCommand.DefineCashOutTable;
import io.tallybook.messages.cashout.CashOutTableCommand.PinCashOutTable;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableDefined;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTableOutdated;
import io.tallybook.messages.cashout.CashOutTableEvent.CashOutTablePinned;
import io.tallybook.messages.cashout.CashOutTier;
import io.tallybook.messages.cashout.CashOutTiers;
import io.tallybook.messages.close.CloseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CashOutTableTest {
    private static final CashOutTableId TARIFF = new CashOutTableId("tariff");
    private static final Instant AT = Instant.parse("2024-11-02T08:00:00Z");

    private final Tale<CashOutTable> table = new Tale<>(CashOutTable.class);

    @Test
    void countsAVersionForEveryChangeAndNoneForARepeatHoweverItIsWritten() {
        table.told(define("1.1"));
        assertThat(table.when(define("1.10"))).isEmpty();
        table.told(define("1.2"));
        assertThat(table.latest(CashOutTableDefined.class).version()).isEqualTo(2);
    }

    @Test
    void givesEveryShipperOfAnAttemptTheSameTiersWhateverCameSince() {
        table.told(define("1.1"), pin(1, "nord"), define("1.2"));
        assertThat(names(table.when(pin(1, "sund")))).containsExactly("CashOutTablePinned");
        assertThat(table.latest(CashOutTablePinned.class).version()).isEqualTo(1);
        table.told(pin(2, "nord"));
        assertThat(table.latest(CashOutTablePinned.class).version()).isEqualTo(2);
        assertThat(table.when(pin(1, "nord"))).isEmpty();
    }

    @Test
    void tellsTheCloseThatItsTiersHaveChanged() {
        table.told(define("1.1"), pin(1, "nord"));
        assertThat(names(table.when(define("1.2")))).containsExactly("CashOutTableDefined", "CashOutTableOutdated");
        assertThat(table.latest(CashOutTableOutdated.class).reason()).contains("tariff");
    }

    /** What holds from November on is nothing to October, neither now nor when it is opened again. */
    @Test
    void givesAPeriodTheTiersThatHoldInIt() {
        table.told(define("1.1"), pin(1, "nord"), define("1.3", "2024-11"));
        assertThat(table.facts(CashOutTableOutdated.class)).isEmpty();
        table.told(pin(2, "nord"));
        assertThat(table.latest(CashOutTablePinned.class).version()).isEqualTo(1);
        table.told(pin("2024-12", 1));
        assertThat(table.latest(CashOutTablePinned.class).version()).isEqualTo(2);
        table.told(define("1.2", "2024-10"));
        assertThat(table.facts(CashOutTableOutdated.class)).isEmpty();
        table.told(define("1.4", "2024-12"));
        assertThat(table.latest(CashOutTableOutdated.class).closeId().value()).isEqualTo("dk/2024-12");
    }

    @Test
    void refusesToPinForAPeriodBeforeTheFirst() {
        table.told(define("1.1", "2024-11"));
        assertThat(table.refusal(pin(1, "nord"))).isEqualTo("not-found");
    }

    @Test
    void refusesToPinWhatNobodyHasDefined() {
        assertThat(table.refusal(pin(1, "nord"))).isEqualTo("not-found");
    }

    private static DefineCashOutTable define(String factor) {
        return define(factor, null);
    }

    private static DefineCashOutTable define(String factor, @Nullable String from) {
        CashOutTier all = new CashOutTier(BigDecimal.ZERO, null, new BigDecimal(factor));
        return new DefineCashOutTable(
                TARIFF,
                new CashOutTiers(List.of(all), List.of(all)),
                from == null ? null : new AccountingPeriod(from),
                new PersonId("erik"),
                AT);
    }

    private static PinCashOutTable pin(String period, int attempt) {
        return new PinCashOutTable(TARIFF, new CloseId("dk/" + period), attempt, new ShipperId("nord"), AT);
    }

    private static PinCashOutTable pin(int attempt, String shipper) {
        return new PinCashOutTable(TARIFF, new CloseId("dk/2024-10"), attempt, new ShipperId(shipper), AT);
    }
}
