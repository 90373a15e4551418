package io.tallybook.messages.adjustment;

import io.tallybook.messages.AdjustmentBookId;
import io.tallybook.messages.Invalid;

/** A package of adjustments, everything one cause changed: {@code group/7}, the seventh of the group's book. */
public record PackageId(String value) {
    public PackageId {
        int slash = value.lastIndexOf('/');
        Invalid.unless(
                slash > 0 && value.substring(slash + 1).matches("[1-9][0-9]{0,5}"),
                "a package of adjustments is written group/7, was '" + value + "'");
        new AdjustmentBookId(value.substring(0, slash));
    }

    public static PackageId of(AdjustmentBookId book, int number) {
        return new PackageId(book.value() + "/" + number);
    }

    public AdjustmentBookId book() {
        return new AdjustmentBookId(value.substring(0, value.lastIndexOf('/')));
    }

    public int number() {
        return Integer.parseInt(value.substring(value.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
