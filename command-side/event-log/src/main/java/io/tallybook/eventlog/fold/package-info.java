/** Sums taken from the log alone: they prove the reports, so they share no code with aggregates or projections. */
@NullMarked
package io.tallybook.eventlog.fold;

import org.jspecify.annotations.NullMarked;
