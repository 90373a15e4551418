package io.tallybook.query.erp;

import io.tallybook.messages.close.CloseId;
import java.util.List;

/** What the ERP said of its periods. */
public interface ErpPeriodQueries {
    /** Everything it said of the close's period, the latest first; empty while it has said nothing. At most 100. */
    List<ErpPeriodView> told(CloseId close);
}
