/** Journal batches and the accounts they post to. */
@NullMarked
package io.tallybook.query.journal;

import org.jspecify.annotations.NullMarked;
