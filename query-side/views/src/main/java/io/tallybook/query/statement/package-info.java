/** Statements and their lines; the sum of each level equals the level above. */
@NullMarked
package io.tallybook.query.statement;

import org.jspecify.annotations.NullMarked;
