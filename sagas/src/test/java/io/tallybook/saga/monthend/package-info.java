@NullMarked
package io.tallybook.saga.monthend;

import org.jspecify.annotations.NullMarked;
