/** Who was allocated what of a point, run by run. */
@NullMarked
package io.tallybook.query.allocation;

import org.jspecify.annotations.NullMarked;
