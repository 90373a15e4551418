@NullMarked
package io.tallybook.saga.adjustment;

import org.jspecify.annotations.NullMarked;
