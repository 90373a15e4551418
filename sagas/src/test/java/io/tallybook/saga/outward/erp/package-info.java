@NullMarked
package io.tallybook.saga.outward.erp;

import org.jspecify.annotations.NullMarked;
