/** The whole close in one JVM: real aggregates, real log, real PostgreSQL. */
@NullMarked
package io.tallybook.saga.whole;

import org.jspecify.annotations.NullMarked;
