/** Flash accruals: what was proposed, who approved it, and what the month came to beside it. */
@NullMarked
package io.tallybook.query.accrual;

import org.jspecify.annotations.NullMarked;
