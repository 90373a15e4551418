/** The close of one area: freeze, balance, allocate. */
@NullMarked
package io.tallybook.saga.area;

import org.jspecify.annotations.NullMarked;
