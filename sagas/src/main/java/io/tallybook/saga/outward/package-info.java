/** What leaves the house: journals to the ERP, documents to the object directory. */
@NullMarked
package io.tallybook.saga.outward;

import org.jspecify.annotations.NullMarked;
