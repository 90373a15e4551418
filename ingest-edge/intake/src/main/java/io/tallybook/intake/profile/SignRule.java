package io.tallybook.intake.profile;

import io.tallybook.messages.Direction;
import io.tallybook.messages.Energy;
import java.util.Set;

/** How a file says which way the gas went. */
public sealed interface SignRule {
    /** By sign; positive is into the system, unless the file counts the other way round. */
    record Signed(boolean deliveryPositive) implements SignRule {}

    /** Always the same way; a negative value is an error. */
    record Always(Direction direction) implements SignRule {}

    /** By a column's word; a negative value is an error. */
    record Column(String field, Set<String> receipt, Set<String> delivery) implements SignRule {
        public Column {
            receipt = Set.copyOf(receipt);
            delivery = Set.copyOf(delivery);
        }

        /** Which way the column's word says. */
        public Direction direction(String word) throws BadValue {
            if (receipt.contains(word)) {
                return Direction.RECEIPT;
            }
            if (delivery.contains(word)) {
                return Direction.DELIVERY;
            }
            throw new BadValue(Category.BAD_SIGN, BadValue.quoted(word) + " names no direction in '" + field + "'");
        }
    }

    /**
     * The signed energy, positive into the system.
     *
     * @param word the direction column's text, empty for the other rules
     */
    default Energy signed(Energy value, String word) throws BadValue {
        return switch (this) {
            case Signed rule -> rule.deliveryPositive() ? value.negate() : value;
            case Always rule -> rule.direction().sign(notNegative(value));
            case Column rule -> rule.direction(word).sign(notNegative(value));
        };
    }

    private static Energy notNegative(Energy value) throws BadValue {
        if (value.signum() < 0) {
            throw new BadValue(Category.BAD_SIGN, value + " is negative, but the profile takes the direction as given");
        }
        return value;
    }
}
