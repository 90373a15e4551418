package io.tallybook.messages.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.AccountingPeriod;
import io.tallybook.messages.Invalid;
import io.tallybook.messages.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseTermsTest {
    private static final Instant DUE = Instant.parse("2024-11-04T23:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "99.99, false, false",
        "100.00, true, false",
        "-100.00, true, false",
        "999.99, true, false",
        "1000.00, true, true",
        "-1000.00, true, true"
    })
    void holdsAnEffectAgainstItsAmountsWhicheverWayItGoes(String effect, boolean material, boolean chief) {
        CloseTerms terms = terms("100.00", "1000.00", 60, 120);
        assertThat(terms.isMaterial(usd(effect))).isEqualTo(material);
        assertThat(terms.takesChief(usd(effect))).isEqualTo(chief);
    }

    @Test
    void measuresItsOwnCurrencyOnlyAndTheStandardOnesAny() {
        CloseTerms terms = terms("100.00", "1000.00", 60, 120);
        assertThat(terms.measure(usd("1.00"))).isTrue();
        assertThat(terms.measure(new Money(BigDecimal.ONE, "EUR"))).isFalse();
        assertThat(CloseTerms.standard().measure(new Money(BigDecimal.ONE, "EUR")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, OWNER", "0, OWNER", "59, OWNER", "60, LEAD", "119, LEAD", "120, MANAGER", "9999, MANAGER"})
    void tellsLatenessUpAfterItsMinutes(int after, Escalation level) {
        CloseTerms terms = terms("100.00", "1000.00", 60, 120);
        assertThat(Escalation.reached(DUE, DUE.plus(Duration.ofMinutes(after)), terms))
                .isEqualTo(level);
        assertThat(Escalation.moments(DUE, terms)).containsExactly(DUE, DUE.plusSeconds(3600), DUE.plusSeconds(7200));
    }

    @Test
    void isFourHoursAndADayWhereNothingIsSet() {
        assertThat(Escalation.moments(DUE, CloseTerms.standard()))
                .containsExactly(DUE, DUE.plus(Duration.ofHours(4)), DUE.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, 1, 60, 120, below zero",
        "2, 1, 60, 120, second approver",
        "1, 99999999999999999, 60, 120, 16 digits",
        "1, 2, 0, 120, told further up",
        "1, 2, 60, 60, told further up",
        "1, 2, 60, 43201, told further up"
    })
    void refusesWhatMakesNoSense(String reopen, String chief, int lead, int manager, String sentence) {
        assertThatThrownBy(() -> terms(reopen, chief, lead, manager))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void isInOneCurrency() {
        assertThatThrownBy(() -> new CloseTerms(
                        new AccountingPeriod("2024-11"), usd("1.00"), new Money(BigDecimal.TEN, "EUR"), 60, 120))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void goesToThirtyDays() {
        assertThat(terms("1", "9999999999999999.99", 1, CloseTerms.MOST_MINUTES).after(Escalation.MANAGER))
                .isEqualTo(Duration.ofDays(30));
    }

    private static CloseTerms terms(String reopen, String chief, int lead, int manager) {
        return new CloseTerms(new AccountingPeriod("2024-11"), usd(reopen), usd(chief), lead, manager);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
