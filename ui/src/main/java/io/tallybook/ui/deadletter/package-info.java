/** Messages that could not be accepted, as people see and settle them. */
@NullMarked
package io.tallybook.ui.deadletter;

import org.jspecify.annotations.NullMarked;
