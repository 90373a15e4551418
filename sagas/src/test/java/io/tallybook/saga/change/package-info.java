@NullMarked
package io.tallybook.saga.change;

import org.jspecify.annotations.NullMarked;
