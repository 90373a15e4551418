package io.tallybook.messages.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Invalid;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuantityTest {
    private static final Instant START = Instant.parse("2024-10-01T04:00:00Z");

    @Test
    void isNeverNegative() {
        assertThat(quantity("0", "GOOD", null).signed()).isEqualTo(Energy.ZERO);
        assertThat(quantity("5", "GOOD", null).signed()).isEqualTo(Energy.ofKwh(-5));
        assertThatThrownBy(() -> quantity("-1", "GOOD", null)).isInstanceOf(Invalid.class);
    }

    @Test
    void keeps2000CharactersOfItsRowAndNotOneMore() {
        quantity("5", "GOOD", "x".repeat(2000));
        assertThatThrownBy(() -> quantity("5", "GOOD", "x".repeat(2001))).isInstanceOf(Invalid.class);
    }

    @Test
    void hasAQualityOf16CapitalLettersAndNotOneMore() {
        quantity("5", "A".repeat(16), null);
        assertThatThrownBy(() -> quantity("5", "A".repeat(17), null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> quantity("5", "good", null)).isInstanceOf(Invalid.class);
    }

    @Test
    void isTheSameFactWhereverItCameFrom() {
        Quantity elsewhere =
                new Quantity(START, new Energy(new BigDecimal("5.0")), Direction.DELIVERY, "GOOD", 99, "row");
        assertThat(quantity("5", "GOOD", null).contentHash()).isEqualTo(elsewhere.contentHash());
    }

    @Test
    void isAnotherFactWithAnotherEnergyDirectionOrQuality() {
        Quantity one = quantity("5", "GOOD", null);
        assertThat(quantity("6", "GOOD", null).contentHash()).isNotEqualTo(one.contentHash());
        assertThat(quantity("5", "ESTIMATED", null).contentHash()).isNotEqualTo(one.contentHash());
        assertThat(new Quantity(START, Energy.ofKwh(5), Direction.RECEIPT, "GOOD", 1, null).contentHash())
                .isNotEqualTo(one.contentHash());
    }

    @Test
    void aDayTotalIsSignedByItsReceiptsLessItsDeliveries() {
        DayTotal day = new DayTotal(new GasDay("2024-10-01"), Energy.ofKwh(3), Energy.ofKwh(5));
        assertThat(day.signed()).isEqualTo(Energy.ofKwh(-2));
        assertThat(day.of(Direction.RECEIPT)).isEqualTo(Energy.ofKwh(3));
        assertThat(day.of(Direction.DELIVERY)).isEqualTo(Energy.ofKwh(5));
    }

    private static Quantity quantity(String kwh, String quality, @Nullable String raw) {
        return new Quantity(START, new Energy(new BigDecimal(kwh)), Direction.DELIVERY, quality, 1, raw);
    }
}
