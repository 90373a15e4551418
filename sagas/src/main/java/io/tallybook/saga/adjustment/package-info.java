/** What becomes of facts that come after the freeze. */
@NullMarked
package io.tallybook.saga.adjustment;

import org.jspecify.annotations.NullMarked;
