package io.tallybook.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.CloseGroup;
import io.tallybook.messages.Energy;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import io.tallybook.messages.PersonId;
import io.tallybook.messages.close.CloseCalendarCommand.SetCloseTerms;
import io.tallybook.messages.close.CloseTerms;
import io.tallybook.messages.metering.EstimateLimit;
import io.tallybook.report.setup.SetupRow;
import io.tallybook.report.setup.SetupSheet;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTermsTest {
    private static final PersonId ANNA = new PersonId("anna");
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void aRowOfCloseTermsSetsThemFromItsPeriodOn() {
        SetupRow row = row("north", "2026-12", "40000.5", "400000", "USD", "120", "720");
        CloseTerms terms = new CloseTerms(
                new AccountingPeriod("2026-12"),
                new Money(new BigDecimal("40000.50"), "USD"),
                new Money(new BigDecimal("400000.00"), "USD"),
                120,
                720);
        assertThat(orders(row).of(row)).containsExactly(new SetCloseTerms(new CloseGroup("north"), terms, ANNA, AT));
    }

    @Test
    void aRowOfCloseTermsMaySayWhatIsMaterialOfEstimatesAndHowLongTheErpMayTake() {
        SetupRow row = row("north", "2026-12", "40000", "400000", "USD", "120", "720", "0.4", "50000", "60");
        SetCloseTerms order = (SetCloseTerms) orders(row).of(row).getFirst();
        assertThat(order.terms().estimateLimit())
                .isEqualTo(new EstimateLimit(new BigDecimal("0.4"), Energy.ofKwh(50_000)));
        assertThat(order.terms().erpAfter()).isEqualTo(Duration.ofHours(1));

        SetupRow half = row("north", "2026-12", "40000", "400000", "USD", "120", "720", "0.4");
        assertThatThrownBy(() -> orders(half).of(half))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("or neither");
        SetupRow none = row("north", "2026-12", "40000", "400000", "USD", "120", "720");
        CloseTerms usual = ((SetCloseTerms) orders(none).of(none).getFirst()).terms();
        assertThat(usual.estimateLimit()).isEqualTo(EstimateLimit.standard());
        assertThat(usual.erpAfter()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void saysWhatARowOfCloseTermsLacks() {
        SetupRow nowhere = row("north", "2026-12", "40000", "400000", "XXX", "120", "720");
        assertThatThrownBy(() -> orders(nowhere).of(nowhere))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'Currency'");
        SetupRow words = row("north", "2026-12", "much", "400000", "USD", "120", "720");
        assertThatThrownBy(() -> orders(words).of(words))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'Reopen from'");
        SetupRow hours = row("north", "2026-12", "40000", "400000", "USD", "2 h", "720");
        assertThatThrownBy(() -> orders(hours).of(hours))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("'Lead after, minutes'");
    }

    private static SetupOrders orders(SetupRow row) {
        return new SetupOrders(List.of(row), List.of(), ANNA, AT, false);
    }

    private static SetupRow row(String... cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String cell : cells) {
            named.put(SetupSheet.CLOSE_TERMS.headings().get(named.size()).name(), cell);
        }
        return new SetupRow(SetupSheet.CLOSE_TERMS, 7, named);
    }
}
