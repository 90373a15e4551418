/** The page of a month's variances: what it differs by, what is said of it, and the second person's yes. */
@NullMarked
package io.tallybook.ui.variance;

import org.jspecify.annotations.NullMarked;
