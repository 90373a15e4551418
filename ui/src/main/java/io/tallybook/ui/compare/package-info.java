/** A parallel run: our figures beside an old system's, and why they differ where the log knows it. */
@NullMarked
package io.tallybook.ui.compare;

import org.jspecify.annotations.NullMarked;
