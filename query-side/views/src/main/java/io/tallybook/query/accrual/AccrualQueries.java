package io.tallybook.query.accrual;

import io.tallybook.messages.close.CloseId;
import java.util.List;

/** Flash accruals; what may be proposed is {@code StatementQueries.estimate}, what the ERP said {@code JournalQueries}. */
public interface AccrualQueries {
    /** Every accrual of a close, the latest first; ≤ 100. */
    List<AccrualView> ofClose(CloseId closeId);
}
