/** Prior-period adjustments in the packages they are reviewed in. */
@NullMarked
package io.tallybook.query.adjustment;

import org.jspecify.annotations.NullMarked;
