/** Price series with every version of every day. */
@NullMarked
package io.tallybook.query.price;

import org.jspecify.annotations.NullMarked;
