/** A month beside what it is compared with, and what is said of what differs. */
@NullMarked
package io.tallybook.query.variance;

import org.jspecify.annotations.NullMarked;
