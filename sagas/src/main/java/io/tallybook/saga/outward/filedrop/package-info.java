/** The ERP behind two directories: batches out, acknowledgements in. */
@NullMarked
package io.tallybook.saga.outward.filedrop;

import org.jspecify.annotations.NullMarked;
