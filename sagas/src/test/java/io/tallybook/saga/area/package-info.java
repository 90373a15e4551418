@NullMarked
package io.tallybook.saga.area;

import org.jspecify.annotations.NullMarked;
