/** Quantities from files and batches: grouped by point and gas day, sent as commands. */
@NullMarked
package io.tallybook.intake.metering;

import org.jspecify.annotations.NullMarked;
