/** Months of points, their days, and every version of every record down to the raw row. */
@NullMarked
package io.tallybook.query.metering;

import org.jspecify.annotations.NullMarked;
