/** What an approved change of configuration orders. */
@NullMarked
package io.tallybook.saga.change;

import org.jspecify.annotations.NullMarked;
