/** What a close would come to: the house's own processes over a log in memory. */
@NullMarked
package io.tallybook.saga.whatif;

import org.jspecify.annotations.NullMarked;
