/** What becomes of readings that could not be accepted. */
@NullMarked
package io.tallybook.saga.deadletter;

import org.jspecify.annotations.NullMarked;
