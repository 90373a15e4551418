/** Who did what, when: the log read by people. */
@NullMarked
package io.tallybook.query.audit;

import org.jspecify.annotations.NullMarked;
