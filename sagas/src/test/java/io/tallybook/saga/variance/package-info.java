@NullMarked
package io.tallybook.saga.variance;

import org.jspecify.annotations.NullMarked;
