/** The tables by which imbalances are cashed out. */
@NullMarked
package io.tallybook.query.cashout;

import org.jspecify.annotations.NullMarked;
