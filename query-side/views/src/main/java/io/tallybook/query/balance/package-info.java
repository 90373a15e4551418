/** System balances: accepted, calculated, and provisional of an open month. */
@NullMarked
package io.tallybook.query.balance;

import org.jspecify.annotations.NullMarked;
