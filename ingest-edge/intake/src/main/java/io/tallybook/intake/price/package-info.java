/** Prices from files. */
@NullMarked
package io.tallybook.intake.price;

import org.jspecify.annotations.NullMarked;
