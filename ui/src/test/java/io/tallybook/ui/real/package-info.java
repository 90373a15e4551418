/** The real data, closed by the built program. */
@NullMarked
package io.tallybook.ui.real;

import org.jspecify.annotations.NullMarked;
