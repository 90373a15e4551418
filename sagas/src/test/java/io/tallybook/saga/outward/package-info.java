@NullMarked
package io.tallybook.saga.outward;

import org.jspecify.annotations.NullMarked;
