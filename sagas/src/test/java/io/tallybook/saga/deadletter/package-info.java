@NullMarked
package io.tallybook.saga.deadletter;

import org.jspecify.annotations.NullMarked;
