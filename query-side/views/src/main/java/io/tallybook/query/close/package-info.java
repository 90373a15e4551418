/** The close seen by its people: calendar, steps, blockers, approvals, documents. */
@NullMarked
package io.tallybook.query.close;

import org.jspecify.annotations.NullMarked;
