/** Shippers and their contracts. */
@NullMarked
package io.tallybook.query.contract;

import org.jspecify.annotations.NullMarked;
