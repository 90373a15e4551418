/** Imports and what became of their values. */
@NullMarked
package io.tallybook.query.intake;

import org.jspecify.annotations.NullMarked;
