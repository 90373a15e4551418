/** The review of variances: what it compares is carried to it, and what it says to the close. */
@NullMarked
package io.tallybook.saga.variance;

import org.jspecify.annotations.NullMarked;
