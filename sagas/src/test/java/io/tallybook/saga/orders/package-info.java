@NullMarked
package io.tallybook.saga.orders;

import org.jspecify.annotations.NullMarked;
