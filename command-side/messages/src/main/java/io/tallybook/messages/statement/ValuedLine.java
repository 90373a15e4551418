package io.tallybook.messages.statement;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import io.tallybook.messages.GasDay;
import io.tallybook.messages.Money;
import io.tallybook.messages.Price;
import io.tallybook.messages.contract.NonPriceDayRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One shipper-point-day one way, valued.
 *
 * @param mmbtu from the unrounded kWh, half-up, 6 decimals
 * @param priceDay the day whose published price was used
 * @param rule null when the day itself had a price, else the contract's rule that chose {@code priceDay}
 * @param amount price × quantity from the unrounded kWh, half-up, 2 decimals; never negative unless the price is
 */
public record ValuedLine(
        GasDay day,
        Direction direction,
        Energy energy,
        BigDecimal mmbtu,
        Price price,
        LocalDate priceDay,
        @Nullable NonPriceDayRule rule,
        Money amount) {}
