/** The month-end close: from the opened period to the locked one. */
@NullMarked
package io.tallybook.saga.monthend;

import org.jspecify.annotations.NullMarked;
