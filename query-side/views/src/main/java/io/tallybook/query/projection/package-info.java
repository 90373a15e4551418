/** How projections are fed: the same code for the live tables and for a rebuild beside them. */
@NullMarked
package io.tallybook.query.projection;

import org.jspecify.annotations.NullMarked;
