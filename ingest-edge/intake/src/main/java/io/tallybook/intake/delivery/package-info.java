/** What every delivery shares: the run, the way to the command door, dead letters, the fate of each value. */
@NullMarked
package io.tallybook.intake.delivery;

import org.jspecify.annotations.NullMarked;
