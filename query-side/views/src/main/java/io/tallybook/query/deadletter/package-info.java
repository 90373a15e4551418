/** Messages that could not be accepted. */
@NullMarked
package io.tallybook.query.deadletter;

import org.jspecify.annotations.NullMarked;
