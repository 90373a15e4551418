/** Figures of an old system, read for a parallel run. */
@NullMarked
package io.tallybook.intake.legacy;

import org.jspecify.annotations.NullMarked;
