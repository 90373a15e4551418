/** How imbalances are settled in money. */
@NullMarked
package io.tallybook.messages.cashout;

import org.jspecify.annotations.NullMarked;
