/** Processes of the house: they relay what happened into the next orders and remember little. */
@NullMarked
package io.tallybook.saga;

import org.jspecify.annotations.NullMarked;
