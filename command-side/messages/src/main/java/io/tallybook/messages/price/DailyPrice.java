package io.tallybook.messages.price;

import io.tallybook.messages.Price;
import java.time.LocalDate;

/** A published price of one day; {@code version} counts from 1 per day. */
public record DailyPrice(LocalDate day, Price price, PriceStatus status, int version) {}
