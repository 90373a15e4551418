/** The real data closed by the built program: restated, changed by a kWh, explained, month by month. */
@NullMarked
package io.tallybook.ui.real;

import org.jspecify.annotations.NullMarked;
