@NullMarked
package io.tallybook.saga.outward.filedrop;

import org.jspecify.annotations.NullMarked;
