/** Files of nominations and operator's values. */
@NullMarked
package io.tallybook.intake.nomination;

import org.jspecify.annotations.NullMarked;
