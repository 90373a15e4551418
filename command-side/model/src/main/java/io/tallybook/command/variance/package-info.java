/** What a month's figures are compared with before it is approved, and what is said of those that differ too much. */
@NullMarked
package io.tallybook.command.variance;

import org.jspecify.annotations.NullMarked;
