/** How every process gives its orders: through the command door, never silently. */
@NullMarked
package io.tallybook.saga.orders;

import org.jspecify.annotations.NullMarked;
